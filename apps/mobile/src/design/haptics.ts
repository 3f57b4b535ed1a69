/** A page is not felt. */
export const feelDone = (): void => {}
