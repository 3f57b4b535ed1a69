/**
 * As the `ref` of the first thing to do on a screen or in a sheet that a person has just opened: it takes the focus
 * once, without moving the page.
 */
export const focusFirst = (element: HTMLElement | null): void => element?.focus({ preventScroll: true })
