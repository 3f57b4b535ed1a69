import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { ProblemError } from '../problem.ts'
import { stateOf, type KeptAct } from './kept-act.ts'
import { createOutbox, type OutboxPlatform } from './outbox.ts'

const HOUR = 3_600_000

class Killed extends Error {}

/** The service as far as acts know it: it does a key once and knows it for a day, and refuses what is out of date. */
const aService = () => {
  const known = new Map<string, { at: number; revision: number }>()
  const done: string[] = []
  let revision = 5
  return {
    done,
    change: () => {
      revision += 1
    },
    act: (act: KeptAct, now: number): { revision: number } => {
      const before = known.get(act.key)
      if (before !== undefined && now - before.at < 24 * HOUR) return { revision: before.revision }
      const { name } = act.input as { name: string }
      if (name.startsWith('bad')) throw new ProblemError('illegal-transition', 409)
      if (act.ifMatch !== null && act.ifMatch !== revision) throw new ProblemError('stale-revision', 412)
      revision += 1
      done.push(name)
      known.set(act.key, { at: now, revision })
      return { revision }
    },
  }
}

/** What may befall one step: nothing, the way there, the way back, a gateway, or the app itself. */
type Fate = 'well' | 'no way there' | 'no way back' | 'gateway' | 'killed before' | 'killed after'

const aWorld = () => {
  const service = aService()
  let kept: readonly KeptAct[] = []
  let now = Date.UTC(2026, 10, 30)
  let keys = 0
  let fates: Fate[] = []
  const step = async <T>(work: () => T | Promise<T>, isOnTheWay: boolean): Promise<T> => {
    const fate = fates.shift() ?? 'well'
    if (fate === 'killed before') throw new Killed()
    if (isOnTheWay && fate === 'no way there') throw new ProblemError('offline', 0)
    if (isOnTheWay && fate === 'gateway') throw new ProblemError('unavailable', 502)
    const result = await work()
    if (fate === 'killed after') throw new Killed()
    if (isOnTheWay && fate === 'no way back') throw new ProblemError('offline', 0)
    return result
  }
  const platform: OutboxPlatform = {
    store: {
      read: () => Promise.resolve(kept),
      write: (acts) =>
        step(() => {
          kept = JSON.parse(JSON.stringify(acts)) as KeptAct[]
        }, false),
    },
    send: (act) => step(() => service.act(act, now), true),
    now: () => now,
    newKey: () => `key-${(keys += 1)}`,
    exclusively: (_, work) => work(),
    changed: () => {},
  }
  const surviving = async <T>(work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work()
    } catch (error) {
      if (error instanceof Killed) return null
      throw error
    } finally {
      fates = []
    }
  }
  return {
    service,
    kept: () => kept,
    /** An app that was killed is another one over the same store. */
    app: () => createOutbox(platform),
    newKey: platform.newKey,
    wait: (hours: number) => {
      now += hours * HOUR
    },
    now: () => now,
    befall: (next: readonly Fate[]) => {
      fates = [...next]
    },
    surviving,
  }
}

type World = ReturnType<typeof aWorld>

const anAct = (world: World, name: string, more: Partial<KeptAct> = {}): KeptAct => ({
  key: world.newKey(),
  kind: 'recharge',
  householdId: 'home',
  input: { id: 'jio', name },
  ifMatch: null,
  about: { name, money: null },
  keptAt: world.now(),
  triedAt: null,
  refusal: null,
  ...more,
})

const names = (acts: readonly KeptAct[]): string[] =>
  acts.map(({ input }) => (input as { name: string }).name)

test('what was entered is sent in its order, once, and the next one goes on from what the first one left', async () => {
  const world = aWorld()
  const outbox = world.app()
  for (const name of ['first', 'second', 'third']) await outbox.keep(anAct(world, name, { ifMatch: 5 }))
  expect(await outbox.sendAll()).toEqual({ end: 'done', sent: 3 })
  expect(world.service.done).toEqual(['first', 'second', 'third'])
  expect(world.kept()).toEqual([])
})

test('what somebody else changed meanwhile refuses it, which is kept and told, and sent on what is there when wanted', async () => {
  const world = aWorld()
  const outbox = world.app()
  await outbox.keep(anAct(world, 'mine', { ifMatch: 5 }))
  await outbox.keep(anAct(world, 'another'))
  world.service.change()
  expect(await outbox.sendAll()).toEqual({ end: 'done', sent: 1 })
  const [mine] = world.kept()
  expect(mine).toMatchObject({ about: { name: 'mine' }, refusal: { code: 'stale-revision', status: 412 } })
  await outbox.tryAgain(mine?.key ?? '')
  await outbox.sendAll()
  expect(world.service.done).toEqual(['another', 'mine'])
})

test('an answer that was lost a day ago leaves a doubt, and nothing is done twice for it', async () => {
  const world = aWorld()
  const outbox = world.app()
  await outbox.keep(anAct(world, 'paid'))
  world.befall(['well', 'no way back'])
  expect(await world.surviving(() => outbox.sendAll())).toEqual({ end: 'away', sent: 0 })
  world.wait(22)
  world.befall(['no way back'])
  expect(await world.surviving(() => outbox.sendAll())).toMatchObject({ end: 'away' })
  world.wait(3)
  expect(await outbox.sendAll()).toEqual({ end: 'done', sent: 0 })
  expect(world.kept().map((act) => stateOf(act, world.now()))).toEqual(['doubtful'])
  await outbox.drop(world.kept()[0]?.key ?? '')
  expect([world.service.done, world.kept()]).toEqual([['paid'], []])
})

test('a session that ended keeps what was not sent; a sign-out forgets it', async () => {
  const world = aWorld()
  const outbox = createOutbox({
    store: { read: () => Promise.resolve(world.kept()), write: () => Promise.resolve() },
    send: () => Promise.reject(new ProblemError('unauthenticated', 401)),
    now: world.now,
    newKey: world.newKey,
    exclusively: (_, work) => work(),
    changed: () => {},
  })
  await world.app().keep(anAct(world, 'paid'))
  expect(await outbox.sendAll()).toEqual({ end: 'signedOut', sent: 0 })
  expect(names(world.kept())).toEqual(['paid'])
  await world.app().wipe()
  expect(world.kept()).toEqual([])
})

const fate = fc.constantFrom<Fate>(
  'well',
  'no way there',
  'no way back',
  'gateway',
  'killed before',
  'killed after',
)

const happening = fc.oneof(
  fc.record({
    what: fc.constant('enter' as const),
    isBad: fc.boolean(),
    fates: fc.array(fate, { maxLength: 1 }),
  }),
  fc.record({ what: fc.constant('sync' as const), fates: fc.array(fate, { maxLength: 12 }) }),
  fc.record({ what: fc.constant('wait' as const), hours: fc.integer({ min: 0, max: 30 }) }),
)

test('whatever is entered, lost, killed and sent in whatever order: each act is done once or is still there to be decided', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
      const world = aWorld()
      const entered: string[] = []
      for (const [at, one] of happenings.entries()) {
        if (one.what === 'wait') world.wait(one.hours)
        else {
          world.befall(one.fates)
          const name = `${one.what === 'enter' && one.isBad ? 'bad' : 'good'}-${at}`
          if (one.what === 'sync') await world.surviving(() => world.app().sendAll())
          else await world.surviving(() => world.app().keep(anAct(world, name)))
          // Who saw the app die before it was kept enters it again: it is not among what was entered.
          if (one.what === 'enter' && names(world.kept()).includes(name)) entered.push(name)
        }
      }
      expect(await world.app().sendAll()).toMatchObject({ end: 'done' })
      const { done } = world.service
      const left = world.kept()
      expect(new Set(done).size).toBe(done.length)
      expect(left.every((act) => stateOf(act, world.now()) !== 'waiting')).toBe(true)
      const refused = left.filter((act) => stateOf(act, world.now()) === 'refused')
      expect(names(refused).every((name) => name.startsWith('bad'))).toBe(true)
      expect(done.some((name) => name.startsWith('bad'))).toBe(false)
      // Nothing vanished, and what was done was done in the order in which it was entered.
      const doubtful = names(left.filter((act) => stateOf(act, world.now()) === 'doubtful'))
      expect(entered.filter((name) => !done.includes(name) && !names(left).includes(name))).toEqual([])
      expect(done).toEqual(entered.filter((name) => done.includes(name)))
      expect(names(left).filter((name) => done.includes(name) && !doubtful.includes(name))).toEqual([])
    }),
    { numRuns: 400 },
  )
})
