/** On the bench the app is served by the installation that it speaks to. */
export const givenServer = (): string | null => location.origin
