/** A page on the bench has no tasks in the background. */
export const registerNoticeTask = (): void => {}
