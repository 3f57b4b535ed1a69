/** Something in the data that is wrong, said so that the editor of that file can mend it. */
export type CatalogueProblem = {
  file: 'providers' | 'names' | 'plans' | 'price-history' | 'sources' | 'chips'
  /** The id of the entry; a price change is named by provider, country, date and item. */
  id: string
  sentence: string
}

/** Makes the problems of one file. */
export function problemsIn(
  file: CatalogueProblem['file'],
): (id: string, sentence: string) => CatalogueProblem {
  return (id, sentence) => ({ file, id, sentence })
}

/** Ids that occur more than once, each once. */
export function repeated(ids: readonly string[]): string[] {
  return [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))]
}
