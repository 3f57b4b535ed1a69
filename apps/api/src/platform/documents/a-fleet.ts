import {
  collectionOf,
  type Body,
  type DocumentCollection,
  type Stamped,
  type StoredDocument,
} from './document-store.ts'
import { prefixesOf } from './prefixes.ts'

export interface Boat extends StoredDocument {
  readonly name: string
  readonly harbour: string
  readonly crew: number | null
  readonly owedSince: string | null
  readonly words: readonly string[]
  readonly log: { readonly entries: readonly string[]; readonly master: string | null }
}

/** The collection that every store is tested with. */
export const boatShape = collectionOf<Boat>()('test_boats', {
  fields: {
    name: { type: 'text', of: (boat) => boat.name },
    harbour: { type: 'text', of: (boat) => boat.harbour },
    crew: { type: 'integer', optional: true, of: (boat) => boat.crew },
    owedSince: { type: 'text', optional: true, of: (boat) => boat.owedSince },
    words: { type: 'texts', of: (boat) => boat.words },
    beginnings: { type: 'texts', of: (boat) => prefixesOf(boat.words) },
  },
  indexes: {
    byName: { by: ['name'] },
    ofHarbour: { by: ['harbour', 'name'] },
    manned: { by: ['crew'], onlySet: true },
    owing: { by: ['owedSince'], onlySet: true },
    words: { within: 'words', sort: 'name' },
    beginnings: { within: 'beginnings', sort: 'name' },
  },
})

/** The same boats after their body has changed once. */
export const newerBoatShape = {
  ...boatShape,
  upgrades: [({ title, ...body }: Body): Body => ({ ...body, name: title })],
}

export type Boats = DocumentCollection<Boat, keyof (typeof boatShape)['fields']>

export const boat = (id: string, changes: Partial<Boat> = {}): Boat => ({
  id,
  revision: 1,
  name: id,
  harbour: 'Kochi',
  crew: 4,
  owedSince: null,
  words: [],
  log: { entries: ['built', '', '𝓾nïcode “quotes”'], master: null },
  ...changes,
})

export const byId = (found: readonly Stamped<Boat>[]): ReadonlyMap<string, Stamped<Boat>> =>
  new Map(found.map((stamped) => [stamped.document.id, stamped]))

export const idsOf = (boats: readonly Boat[]) => boats.map(({ id }) => id)

export const fleet = (name: string) => Array.from({ length: 20 }, (_, at) => boat(`id-${at}`, { name }))
