import type { english } from './en/index.ts'

/** The same keys with any text: a Hindi file that lacks one does not compile. */
type SameKeys<T> = { [K in keyof T]: T[K] extends string ? string : SameKeys<T[K]> }

export type Namespace = keyof typeof english

export type Translation<N extends Namespace> = SameKeys<(typeof english)[N]>
