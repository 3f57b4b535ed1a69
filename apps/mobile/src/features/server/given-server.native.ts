import Constants from 'expo-constants'

/** The installation that this build was made for; null where each person names their own. */
export const givenServer = (): string | null => {
  const server: unknown = Constants.expoConfig?.extra?.['server']
  return typeof server === 'string' ? server : null
}
