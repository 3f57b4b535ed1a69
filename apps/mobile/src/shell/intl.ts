/** A browser has all of it. */
export type Whole = typeof Intl
