import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aPerson, type Person } from '../../../test/a-person.ts'
import { startApi, type Api } from '../../../test/harness.ts'
import type { Tx } from '../postgres/postgres.ts'
import { declaredJobs } from '../queue/job.ts'
import { declaredEventHandlers, eventHandler } from './event-handler.ts'
import type { EventRow } from './event.repository.ts'
import { Events } from './events.ts'

/** Declared as features do it; who handles them is said once the application is there. */
const first = eventHandler('test-first', ['test.happened', 'test.other'])
const second = eventHandler('test-second', ['test.happened'])

/** The applications of other files share these lists, and nobody there handles these. */
const forget = <Declared>(list: readonly Declared[], gone: readonly Declared[]): void => {
  const others = list.filter((declared) => !gone.includes(declared))
  ;(list as Declared[]).splice(0, list.length, ...others)
}

const insert = {
  name: 'test.event',
  text: `insert into events (id, household_id, kind, subject_id, recorded_at) values ($1, $2, $3, $4, $5)`,
}

const subject = (digit: string) => `${digit.repeat(8)}-0000-7000-8000-000000000000`

describe('an event', () => {
  let api: Api
  let events: Events
  let person: Person
  /** What each handler does next, and what it was told. */
  const doing: Record<string, (tx: Tx, event: EventRow) => Promise<void>> = {}
  const heard: string[] = []
  beforeEach(async () => {
    api = await startApi({
      now: '2026-11-23T06:00:00Z',
      env: { LOG_LEVEL: 'silent', DATABASE_POOL: '2' },
      before: (app) => {
        events = app.get(Events)
        for (const [name, handler] of Object.entries({ first, second }))
          events.handle(handler, async (tx, event) => {
            await doing[name]?.(tx, event)
            heard.push(`${name} ${event.subjectId.slice(0, 1)}`)
          })
      },
    })
    person = await aPerson(api)
    heard.splice(0)
    for (const name of Object.keys(doing)) delete doing[name]
  })
  afterEach(() => api.close())
  afterAll(() => {
    forget(declaredEventHandlers, [first, second])
    forget<unknown>(declaredJobs, [first.job, second.job])
  })

  const happens = (digit: string, kind = 'test.happened', householdId = person.householdId) =>
    api.postgres.transaction(async (tx) => {
      const event = { id: crypto.randomUUID(), householdId, kind, subjectId: subject(digit) }
      await events.tell(tx, [event])
      await tx.query(insert, [event.id, householdId, kind, event.subjectId, '2026-11-23T06:00:00Z'])
    })
  const waiting = async () =>
    (await api.postgres.pool.query('select kind, attempts, failed_at, last_error from jobs order by seq'))
      .rows
  const later = (minutes: number) =>
    api.clock.moveTo(new Date(api.clock.now() + minutes * 60_000).toISOString())

  it('is brought to each who waits for its kind, once', async () => {
    await happens('a')
    await happens('b', 'test.other')
    await happens('c', 'test.unheard')
    await api.ticks.runAll()
    await api.ticks.runAll()
    expect(heard.toSorted()).toEqual(['first a', 'first b', 'second a'])
    expect(await waiting()).toEqual([])
  })

  it('that one handler fails at is handled by the others, comes again to the one, and takes back what it wrote', async () => {
    let isBroken = true
    doing['first'] = async (tx, { id }) => {
      await tx.query({ name: 'test.trace', text: `update events set kind = kind || ' seen' where id = $1` }, [
        id,
      ])
      if (isBroken) throw new Error('It did not work')
    }
    await happens('a')
    await api.ticks.runAll()
    expect(heard).toEqual(['second a'])
    expect(await waiting()).toMatchObject([
      { kind: 'event.test-first', attempts: 1, failed_at: null, last_error: 'It did not work' },
    ])
    isBroken = false
    await later(2)
    expect(heard).toEqual(['second a', 'first a'])
    expect(await waiting()).toEqual([])
    const { rows } = await api.postgres.pool.query(`select kind from events where kind like 'test.%'`)
    expect(rows).toEqual([{ kind: 'test.happened seen' }])
  })

  it('of one household comes after those before it, also while one is tried again; other households do not wait', async () => {
    const other = (await person.post('/v1/households', { name: 'Parents' })).body.id
    doing['first'] = async (_tx, { subjectId }) => {
      if (subjectId === subject('a') && heard.length < 4) throw new Error('Not yet')
    }
    await happens('a')
    await happens('b')
    await happens('c', 'test.happened', other)
    await api.ticks.runAll()
    expect(heard.toSorted()).toEqual(['first c', 'second a', 'second b', 'second c'])
    await later(2)
    expect(heard.slice(4)).toEqual(['first a', 'first b'])
  })

  it('that fails for ever stays to be seen, with its count and reason, and lets the later ones pass', async () => {
    doing['first'] = async (_tx, { subjectId }) => {
      if (subjectId === subject('a')) throw new Error('Never')
    }
    await happens('a')
    await happens('b')
    for (let tries = 0; tries < 14; tries++) await later(61)
    expect(await waiting()).toMatchObject([
      { kind: 'event.test-first', attempts: 12, failed_at: expect.anything(), last_error: 'Never' },
    ])
    expect(heard.toSorted()).toEqual(['first b', 'second a', 'second b'])
  })

  it('exists only if what it tells of was committed', async () => {
    const failing = api.postgres.transaction(async (tx) => {
      await events.tell(tx, [
        {
          id: crypto.randomUUID(),
          householdId: person.householdId,
          kind: 'test.happened',
          subjectId: subject('a'),
        },
      ])
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await waiting()).toEqual([])
  })

  it('goes with its household: nothing is left to handle', async () => {
    await happens('a')
    await api.postgres.pool.query('delete from households where id = $1', [person.householdId])
    await api.ticks.runAll()
    expect(heard).toEqual([])
    expect(await waiting()).toEqual([])
  })
})
