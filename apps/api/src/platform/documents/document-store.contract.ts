import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { boat, boatShape, idsOf, newerBoatShape, type Boat, type Boats } from './a-fleet.ts'
import type { DocumentShelf, DocumentStore } from './document-store.ts'
import { asPrefixes } from './prefixes.ts'
import { documentWritersContract, type StoreUnderTest } from './document-writers.contract.ts'

/** What every document store must do. Run with each implementation. */
export const documentStoreContract = (tested: StoreUnderTest) => {
  documentWritersContract(tested)

  describe(`documents in ${tested.name}`, () => {
    let store: DocumentStore
    let boats: Boats
    let shelf: DocumentShelf

    beforeEach(async () => {
      store = await tested.open()
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
