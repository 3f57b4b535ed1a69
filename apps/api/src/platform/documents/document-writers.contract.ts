import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isOutage } from '../postgres/outage.ts'
import { boat, boatShape, byId, fleet, idsOf, type Boats } from './a-fleet.ts'
import type { DocumentShelf, DocumentStore } from './document-store.ts'

export interface StoreUnderTest {
  readonly name: string
  /** A store whose collection of boats is there and empty. */
  readonly open: () => Promise<DocumentStore>
  /** Takes all its connections away, or the whole server, without a farewell. */
  readonly restart: () => Promise<void>
}

/** What every document store must do for those who write, many at once too. */
export const documentWritersContract = ({ name: storeName, open, restart }: StoreUnderTest) => {
  describe(`writers of documents in ${storeName}`, () => {
    let store: DocumentStore
    let boats: Boats
    let shelf: DocumentShelf

    beforeEach(async () => {
      store = await open()
      boats = store.collection(boatShape)
      shelf = store.shelf(boatShape)
    })

    afterEach(() => store.close())

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
  })
}
