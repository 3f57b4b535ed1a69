/** The people of the demo household; only the visitor has an account. */
export interface Family {
  readonly asha: string
  readonly ravi: string
  readonly meera: string
  readonly aaji: string
}

export const VISITOR = 'Asha'
export const HOUSEHOLD = 'Kulkarni family, Pune'
export const OTHERS = { ravi: 'Ravi', meera: 'Meera', aaji: 'Aaji' } as const

/** Who is meant, before there are ids. */
export type Person = keyof Family
