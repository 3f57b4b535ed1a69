import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isOutage } from '../postgres/outage.ts'
import {
  collectionOf,
  type Body,
  type DocumentCollection,
  type DocumentShelf,
  type DocumentStore,
  type Stamped,
  type StoredDocument,
} from './document-store.ts'
import { asPrefixes, prefixesOf } from './prefixes.ts'

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
const newerBoatShape = {
  ...boatShape,
  upgrades: [({ title, ...body }: Body): Body => ({ ...body, name: title })],
}

type Boats = DocumentCollection<Boat, keyof (typeof boatShape)['fields']>

const boat = (id: string, changes: Partial<Boat> = {}): Boat => ({
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

const byId = (found: readonly Stamped<Boat>[]): ReadonlyMap<string, Stamped<Boat>> =>
  new Map(found.map((stamped) => [stamped.document.id, stamped]))

const idsOf = (boats: readonly Boat[]) => boats.map(({ id }) => id)

const fleet = (name: string) => Array.from({ length: 20 }, (_, at) => boat(`id-${at}`, { name }))

export interface StoreUnderTest {
  readonly name: string
  /** A store whose collection of boats is there and empty. */
  readonly open: () => Promise<DocumentStore>
  /** Takes all its connections away, or the whole server, without a farewell. */
  readonly restart: () => Promise<void>
}

/** What every document store must do. Run with each implementation. */
export const documentStoreContract = ({ name: storeName, open, restart }: StoreUnderTest) => {
  describe(`documents in ${storeName}`, () => {
    let store: DocumentStore
    let boats: Boats
    let shelf: DocumentShelf

    beforeEach(async () => {
      store = await open()
      boats = store.collection(boatShape)
      shelf = store.shelf(boatShape)
    })

    afterEach(() => store.close())

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

    describe('beside what is known', () => {
      const query = { where: { harbour: { equals: 'Kochi' } }, sort: 'name', limit: 9 } as const

      it('finds the same, in order, and gives back the very documents that have not changed', async () => {
        await boats.upsertMany([boat('c'), boat('a'), boat('b')])
        const first = await boats.findBeside(new Map(), query)
        expect(first.map(({ document }) => document)).toEqual(await boats.find(query))
        await boats.replace(boat('b', { crew: 9 }), 1)
        await boats.insert(boat('aa'))
        const second = await boats.findBeside(byId(first), query)
        expect(second.map(({ document }) => document)).toEqual(await boats.find(query))
        expect(second.map(({ document }) => first.some((one) => one.document === document))).toEqual([
          true,
          false,
          false,
          true,
        ])
      })

      it('sees what every kind of write changed, also at the same revision', async () => {
        await boats.upsertMany([boat('a'), boat('b'), boat('c'), boat('d')])
        const first = byId(await boats.findBeside(new Map(), query))
        await boats.amend(boat('a', { crew: 9 }))
        await boats.amendMany([boat('b', { crew: 9 })])
        await boats.upsertMany([boat('c', { crew: 9 })])
        await shelf.put(
          (await shelf.recordsAfter('c', 1)).map((one) => ({ ...one, body: { ...one.body, crew: 9 } })),
        )
        const second = await boats.findBeside(first, query)
        expect(second.map(({ document }) => document.crew)).toEqual([9, 9, 9, 9])
        expect(second.every(({ document, stamp }) => first.get(document.id)?.stamp !== stamp)).toBe(true)
      })

      it('answers nothing that the question does not find, however well it is known', async () => {
        await boats.upsertMany([boat('a'), boat('b')])
        const first = byId(await boats.findBeside(new Map(), query))
        await boats.replace(boat('a', { harbour: 'Goa' }), 1)
        await boats.removeWhere({ name: { equals: 'b' } })
        expect(await boats.findBeside(first, query)).toEqual([])
        expect(
          await boats.findBeside(first, { ...query, where: { harbour: { equals: 'Goa' } } }),
        ).toMatchObject([{ document: { id: 'a', revision: 2 } }])
      })
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

    it('finds nothing by none of several, and everything by all of none', async () => {
      await boats.upsertMany([boat('a', { words: ['one'] }), boat('b', { crew: null })])
      const found = async (where: NonNullable<Parameters<Boats['find']>[0]['where']>) =>
        idsOf(await boats.find({ where, sort: 'name', limit: 10 }))
      expect(await found({ harbour: { oneOf: [] } })).toEqual([])
      expect(await found({ harbour: { noneOf: [] } })).toEqual(['a', 'b'])
      expect(await found({ owedSince: { noneOf: ['2026'] } })).toEqual([])
      expect(await found({ words: { lacksSome: [] } })).toEqual([])
      expect(await found({ words: { lacksSome: ['one', 'two'] } })).toEqual(['a', 'b'])
      expect(await found({ words: { lacksSome: ['one'] } })).toEqual(['b'])
      expect(await found({ crew: { atMost: 1000 } })).toEqual(['a'])
    })

    it('keeps numbers, texts and keys as they were', async () => {
      const entries = ['', ' ', '\u{10FFFF}', '$set', 'a.b', '\uE000']
      const odd = boat('odd', { crew: 9_007_199_254_740_991, log: { entries, master: '$where' } })
      const stored = { ...odd, extra: { 'a.b': 1, $c: 0.1, 'd e': -7, f: [[], {}, null] } }
      await boats.insert(stored)
      expect(await boats.get('odd')).toEqual(stored)
    })

    it('sorts ids and texts by their bytes', async () => {
      const names = ['a', 'B', 'é', 'e\u0301', '\u{1F600}', '\uE000', 'a\uFFFD']
      await boats.upsertMany(names.map((name) => boat(name, { name })))
      const byBytes = names.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)))
      expect(idsOf(await boats.find({ sort: 'name', limit: 10 }))).toEqual(byBytes)
      expect((await shelf.recordsAfter(null, 10)).map(({ id }) => id)).toEqual(byBytes)
    })

    it('loses no change of fifty writers who write the same document at once', async () => {
      await boats.insert(boat('a', { crew: 0 }))
      const signOn = async () => {
        for (;;) {
          const read = await boats.get('a')
          if (read === null) throw new Error('It has gone')
          if (await boats.replace({ ...read, crew: (read.crew ?? 0) + 1 }, read.revision)) return
        }
      }
      await Promise.all(Array.from({ length: 50 }, signOn))
      expect(await boats.get('a')).toMatchObject({ crew: 50, revision: 51 })
    })

    it('gives a new id to one of fifty who ask for it at once', async () => {
      const outcomes = await Promise.all(
        Array.from({ length: 50 }, (_, at) => boats.insert(boat('a', { crew: at }))),
      )
      expect(outcomes.filter(Boolean)).toHaveLength(1)
      expect(await boats.get('a')).toMatchObject({ crew: outcomes.indexOf(true), revision: 1 })
    })

    it('upserts whole when several do it at once', async () => {
      await Promise.all(['left', 'right', 'left', 'right'].map((name) => boats.upsertMany(fleet(name))))
      const found = await boats.find({ sort: 'name', limit: 30 })
      expect(found).toHaveLength(20)
      expect(found.every(({ name }) => name === 'left' || name === 'right')).toBe(true)
    })

    it('finds what is owed, the oldest first, until an amend strikes it off', async () => {
      await boats.upsertMany([
        boat('late', { owedSince: '2026-11-23T10:00:00Z' }),
        boat('none'),
        boat('early', { owedSince: '2026-11-22T10:00:00Z' }),
      ])
      const owing = () =>
        boats.find({ where: { owedSince: { isSet: true } }, sort: 'owedSince', limit: 10 }).then(idsOf)
      expect(await owing()).toEqual(['early', 'late'])
      expect(await boats.amend(boat('early'))).toBe(true)
      expect(await owing()).toEqual(['late'])
      await boats.replace(boat('late', { name: 'moved on' }), 1)
      expect(await boats.amend(boat('late', { owedSince: '2026-11-23T10:00:00Z' }))).toBe(false)
      expect(await owing()).toEqual([])
    })

    it('has all that was acknowledged after a restart in the middle, and pages on', async () => {
      await boats.upsertMany(Array.from({ length: 6 }, (_, at) => boat(`id-${at}`)))
      const first = await boats.find({ sort: 'name', limit: 3 })
      await boats.replace(boat('id-1', { harbour: 'Goa' }), 1)
      const last = first.at(-1)
      if (last === undefined) throw new Error('Nothing was found')
      await restart()
      const again = async <R>(ask: () => Promise<R>, tries = 100): Promise<R> => {
        try {
          return await ask()
        } catch (error) {
          if (tries === 0 || !isOutage(error)) throw error
          await pause(50)
          return again(ask, tries - 1)
        }
      }
      const after = boats.positionOf(last, 'name')
      expect(idsOf(await again(() => boats.find({ sort: 'name', limit: 9, after })))).toEqual([
        'id-3',
        'id-4',
        'id-5',
      ])
      expect(await again(() => boats.replace(boat('id-1', { name: 'stale' }), 1))).toBeNull()
      expect(await boats.get('id-1')).toMatchObject({ harbour: 'Goa', revision: 2 })
      expect(await boats.insert(boat('id-5'))).toBe(false)
    })

    it('brings an older body up to date when it is read, and writes it as it is today', async () => {
      const { id: _id, revision: _revision, name, ...rest } = boat('old')
      await store
        .shelf(newerBoatShape)
        .put([{ id: 'old', revision: 3, bodyVersion: 1, body: { ...rest, title: name } }])
      const renamed = store.collection(newerBoatShape)
      expect(await renamed.get('old')).toEqual(boat('old', { revision: 3 }))
      expect(await renamed.replace(boat('old', { harbour: 'Goa' }), 3)).toMatchObject({ revision: 4 })
      expect(await shelf.recordsAfter(null, 1)).toMatchObject([{ bodyVersion: 2, body: { name: 'old' } }])
      await expect(boats.get('old')).rejects.toMatchObject({ code: 'unavailable' })
    })

    it('lays down records exactly, takes some away, and counts', async () => {
      await boats.insert(boat('a'))
      const { id, revision, ...body } = boat('a', { revision: 9, crew: 7 })
      await shelf.put([
        { id, revision, bodyVersion: 1, body },
        { id: 'b', revision: 2, bodyVersion: 1, body },
        { id: 'c', revision: 1, bodyVersion: 1, body },
      ])
      await shelf.remove(['c', 'unknown'])
      expect(await shelf.count()).toBe(2)
      expect(await boats.get('a')).toEqual(boat('a', { revision: 9, crew: 7 }))
      expect(idsOf(await boats.find({ where: { crew: { equals: 7 } }, sort: 'name', limit: 9 }))).toEqual([
        'a',
        'b',
      ])
      expect((await shelf.recordsAfter('a', 9)).map((record) => [record.id, record.revision])).toEqual([
        ['b', 2],
      ])
    })

    it('removes by condition and never without one', async () => {
      await boats.upsertMany([boat('a', { harbour: 'Goa' }), boat('b'), boat('c')])
      expect(await boats.removeWhere({ harbour: { equals: 'Kochi' } })).toBe(2)
      expect(await boats.get('a')).not.toBeNull()
      await expect(boats.removeWhere({})).rejects.toThrow('condition')
    })
  })
}
