import { beforeEach, describe, expect, it } from 'vitest'
import { collectionOf, type DocumentCollection, type StoredDocument } from './document-store.ts'
import { asPrefixes, prefixesOf } from './prefixes.ts'

export interface Boat extends StoredDocument {
  readonly name: string
  readonly harbour: string
  readonly crew: number | null
  readonly words: readonly string[]
  readonly log: { readonly entries: readonly string[]; readonly master: string | null }
}

/** The collection that every store is tested with. */
export const boatShape = collectionOf<Boat>()('test_boats', {
  fields: {
    name: { type: 'text', of: (boat) => boat.name },
    harbour: { type: 'text', of: (boat) => boat.harbour },
    crew: { type: 'integer', optional: true, of: (boat) => boat.crew },
    words: { type: 'texts', of: (boat) => boat.words },
    beginnings: { type: 'texts', of: (boat) => prefixesOf(boat.words) },
  },
  indexes: {
    byName: { by: ['name'] },
    ofHarbour: { by: ['harbour', 'name'] },
    manned: { by: ['crew'], onlySet: true },
    words: { within: 'words', sort: 'name' },
    beginnings: { within: 'beginnings', sort: 'name' },
  },
})

type Boats = DocumentCollection<Boat, keyof (typeof boatShape)['fields']>

const boat = (id: string, changes: Partial<Boat> = {}): Boat => ({
  id,
  revision: 1,
  name: id,
  harbour: 'Kochi',
  crew: 4,
  words: [],
  log: { entries: ['built', '', '𝓾nïcode “quotes”'], master: null },
  ...changes,
})

const idsOf = (boats: readonly Boat[]) => boats.map(({ id }) => id)

/** What every document store must do. Run with each implementation; `empty` answers a collection without documents. */
export const documentStoreContract = (store: string, empty: () => Promise<Boats>) => {
  describe(`documents in ${store}`, () => {
    let boats: Boats

    beforeEach(async () => {
      boats = await empty()
    })

    it('gives back what was stored, at revision 1', async () => {
      const stored = boat('a', { crew: null })
      expect(await boats.insert({ ...stored, revision: 77 })).toBe(true)
      expect(await boats.get('a')).toEqual(stored)
      expect(await boats.get('b')).toBeNull()
    })

    it('refuses an id that is taken and leaves its document alone', async () => {
      await boats.insert(boat('a'))
      expect(await boats.insert(boat('a', { name: 'other' }))).toBe(false)
      expect(await boats.get('a')).toMatchObject({ name: 'a', revision: 1 })
    })

    it('replaces only the revision that was read', async () => {
      await boats.insert(boat('a'))
      expect(await boats.replace(boat('a', { name: 'second' }), 1)).toMatchObject({ revision: 2 })
      expect(await boats.replace(boat('a', { name: 'stale' }), 1)).toBeNull()
      expect(await boats.replace(boat('missing'), 1)).toBeNull()
      expect(await boats.get('a')).toMatchObject({ name: 'second', revision: 2 })
    })

    it('lets one of two writers of the same revision win', async () => {
      await boats.insert(boat('a'))
      const outcomes = await Promise.all(
        ['left', 'right'].map((name) => boats.replace(boat('a', { name }), 1)),
      )
      expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1)
    })

    it('amends without a new revision, and not over a newer one', async () => {
      await boats.insert(boat('a'))
      expect(await boats.amend(boat('a', { crew: 9 }))).toBe(true)
      expect(await boats.get('a')).toMatchObject({ crew: 9, revision: 1 })
      await boats.replace(boat('a', { crew: 10 }), 1)
      expect(await boats.amend(boat('a', { crew: 11 }))).toBe(false)
      expect(await boats.get('a')).toMatchObject({ crew: 10, revision: 2 })
    })

    it('amends many at once, those that have not moved on, and says which', async () => {
      await boats.upsertMany([boat('a'), boat('b'), boat('c')])
      await boats.replace(boat('b', { name: 'newer' }), 1)
      const amended = await boats.amendMany(['a', 'b', 'c', 'gone'].map((id) => boat(id, { crew: 9 })))
      expect(new Set(amended)).toEqual(new Set(['a', 'c']))
      expect(idsOf(await boats.find({ where: { crew: { equals: 9 } }, sort: 'name', limit: 9 }))).toEqual([
        'a',
        'c',
      ])
      expect(await boats.get('b')).toMatchObject({ name: 'newer', crew: 4, revision: 2 })
      expect(await boats.amendMany([])).toEqual([])
    })

    it('upserts many at once and leaves equal ones at their revision', async () => {
      await boats.insert(boat('a'))
      await boats.insert(boat('b'))
      await boats.upsertMany([boat('a'), boat('b', { name: 'changed' }), boat('c')])
      const read = await boats.getMany(['a', 'b', 'c', 'unknown'])
      expect(new Map(read.map(({ id, revision, name }) => [id, [revision, name]]))).toEqual(
        new Map([
          ['a', [1, 'a']],
          ['b', [2, 'changed']],
          ['c', [1, 'c']],
        ]),
      )
    })

    it('pages by a field and then by id, without gap or repetition', async () => {
      const names = ['b', 'a', 'b', 'B', 'é', 'a', 'b']
      await boats.upsertMany(names.map((name, at) => boat(`id-${at}`, { name })))
      const seen: string[] = []
      for (let after = null, more = true; more;) {
        const page: Boat[] = await boats.find({ sort: 'name', limit: 2, after })
        seen.push(...page.map(({ name, id }) => `${name} ${id}`))
        const last = page.at(-1)
        more = last !== undefined
        if (last) after = boats.positionOf(last, 'name') as never
      }
      expect(seen).toEqual(['B id-3', 'a id-1', 'a id-5', 'b id-0', 'b id-2', 'b id-6', 'é id-4'])
    })

    it('pages by a number, leaving out documents that have none', async () => {
      await boats.upsertMany([
        boat('a', { crew: 10 }),
        boat('b', { crew: null }),
        boat('c', { crew: 9 }),
        boat('d', { crew: 100 }),
      ])
      const first = await boats.find({ sort: 'crew', limit: 2 })
      expect(idsOf(first)).toEqual(['c', 'a'])
      const rest = await boats.find({ sort: 'crew', limit: 2, after: { value: 10, id: 'a' } })
      expect(idsOf(rest)).toEqual(['d'])
    })

    it('finds by equality, by one of several, by range and by absence', async () => {
      await boats.upsertMany([
        boat('a', { harbour: 'Goa', crew: 1 }),
        boat('b', { harbour: 'Kochi', crew: 5 }),
        boat('c', { harbour: 'Mumbai', crew: null }),
      ])
      const found = async (where: Parameters<Boats['find']>[0]['where']) =>
        idsOf(await boats.find({ ...(where ? { where } : {}), sort: 'name', limit: 10 }))
      expect(await found({ harbour: { equals: 'Goa' } })).toEqual(['a'])
      expect(await found({ harbour: { oneOf: ['Goa', 'Mumbai'] } })).toEqual(['a', 'c'])
      expect(await found({ harbour: { noneOf: ['Goa', 'Mumbai'] } })).toEqual(['b'])
      expect(await found({ crew: { atLeast: 1, atMost: 4 } })).toEqual(['a'])
      expect(await found({ crew: { equals: null } })).toEqual(['c'])
      expect(await found({ crew: { isSet: true } })).toEqual(['a', 'b'])
      expect(await found({ crew: { isSet: true }, harbour: { equals: 'Kochi' } })).toEqual(['b'])
    })

    it('finds documents that hold every word, or every beginning of a word', async () => {
      await boats.upsertMany([
        boat('a', { words: ['monsoon', 'queen'] }),
        boat('b', { words: ['monsoon'] }),
        boat('c', { words: ['𝓾nderlined', 'averyveryverylongsinglewordofaname'] }),
      ])
      const found = async (where: NonNullable<Parameters<Boats['find']>[0]['where']>) =>
        idsOf(await boats.find({ where, sort: 'name', limit: 10 }))
      expect(await found({ words: { hasAll: ['monsoon', 'queen'] } })).toEqual(['a'])
      expect(await found({ words: { hasAll: [] } })).toEqual(['a', 'b', 'c'])
      expect(await found({ beginnings: { hasAll: asPrefixes(['mon']), lacksSome: ['q'] } })).toEqual(['b'])
      expect(await found({ beginnings: { hasAll: asPrefixes(['averyveryverylongsingleword']) } })).toEqual([
        'c',
      ])
      expect(await found({ beginnings: { hasAll: ['𝓾'] } })).toEqual(['c'])
    })

    it('removes by condition and never without one', async () => {
      await boats.upsertMany([boat('a', { harbour: 'Goa' }), boat('b'), boat('c')])
      expect(await boats.removeWhere({ harbour: { equals: 'Kochi' } })).toBe(2)
      expect(await boats.get('a')).not.toBeNull()
      await expect(boats.removeWhere({})).rejects.toThrow('condition')
    })
  })
}
