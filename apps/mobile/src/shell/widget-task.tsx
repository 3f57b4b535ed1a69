/** A page on the bench has no home screen. */
export const registerWidgetTask = (): void => {}
