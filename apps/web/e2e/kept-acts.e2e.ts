import { createClient, createSessionKeeper } from '@streamline/client'
import { createOutbox, sendAct, type KeptAct } from '@streamline/client/outbox'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { somebody } from './person.ts'
import { setStage } from './stage.ts'

class Killed extends Error {}

/** What befalls a step: nothing, the way there, the way back, or the app itself, before or after it. */
type Fate = 'well' | 'no way there' | 'no way back' | 'killed before' | 'killed after'

const fate = fc.constantFrom<Fate>('well', 'no way there', 'no way back', 'killed before', 'killed after')

const happening = fc.record({ isEntry: fc.boolean(), fates: fc.array(fate, { maxLength: 6 }) })

const stage = setStage({ now: '2030-02-10T06:00:00Z' })

/** Somebody whose device loses its way, and its power, as told. */
const aDevice = async () => {
  let fates: Fate[] = []
  let kept: readonly KeptAct[] = []
  const step = async <T>(work: () => Promise<T>): Promise<T> => {
    const next = fates.shift() ?? 'well'
    if (next === 'killed before') throw new Killed()
    if (next === 'no way there') throw new TypeError('Failed to fetch')
    const result = await work()
    if (next === 'killed after') throw new Killed()
    if (next === 'no way back') throw new TypeError('Failed to fetch')
    return result
  }
  const session = createSessionKeeper({
    refresh: () => Promise.reject(new Error('Not needed')),
    store: { read: () => Promise.resolve(null), write: () => Promise.resolve() },
    exclusively: (work) => work(),
    publish: () => {},
    onNews: () => {},
  })
  const client = createClient({
    baseUrl: stage.url,
    session,
    kind: 'mobile',
    fetch: (asked) => step(() => fetch(asked)),
  })
  await session.adopt(await client.identity.register(somebody()))
  const [household] = (await client.me.read({})).households
  const outbox = () =>
    createOutbox({
      store: {
        read: () => Promise.resolve(kept),
        write: (acts) =>
          step(() => {
            kept = acts
            return Promise.resolve()
          }),
      },
      send: sendAct(client),
      now: () => Date.now(),
      newKey: () => crypto.randomUUID(),
      exclusively: (_, work) => work(),
      changed: () => {},
    })
  const through = async (next: readonly Fate[], work: () => Promise<unknown>): Promise<void> => {
    fates = [...next]
    // An app that is gone says nothing any more, and what nobody answered is tried later.
    await work().catch(() => null)
    fates = []
  }
  return { client, householdId: household?.id ?? '', outbox, through, kept: () => kept }
}

const aSubscription = (householdId: string, name: string): KeptAct => ({
  key: crypto.randomUUID(),
  kind: 'subscription',
  householdId,
  input: {
    name,
    kind: 'ott',
    startsOn: '2030-02-10',
    interval: { count: 1, unit: 'month' },
    price: { amount: 64_900, currency: 'INR' },
  },
  ifMatch: null,
  about: { name, money: null },
  keptAt: Date.now(),
  triedAt: null,
  refusal: null,
})

it('whatever is lost or killed between a device and the service, in the end both know the same, each act once', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 2, maxLength: 10 }), async (happenings) => {
      const device = await aDevice()
      const entered: string[] = []
      for (const [at, { isEntry, fates }] of happenings.entries()) {
        const name = `Entry ${at}`
        if (isEntry) {
          await device.through(fates.slice(0, 1), () =>
            device.outbox().keep(aSubscription(device.householdId, name)),
          )
          if (device.kept().some(({ about }) => about.name === name)) entered.push(name)
        } else await device.through(fates, () => device.outbox().sendAll())
      }
      expect(await device.outbox().sendAll()).toMatchObject({ end: 'done' })
      const { client, householdId } = device
      const { items } = await client.subscriptions.list({ householdId, limit: 100 })
      expect(items.map(({ name }) => name).toSorted()).toEqual(entered.toSorted())
      expect(device.kept()).toEqual([])
    }),
    { numRuns: 25 },
  )
})
