import AsyncStorage from '@react-native-async-storage/async-storage'
import { ProblemError, type Client } from '@streamline/client'
import { createOutbox, type KeptAct } from '@streamline/client/outbox'
import { QueryClient } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { actStore } from './act-store.ts'
import { openPhoneOutbox } from './phone-outbox.ts'

const server = 'https://home.example.org'

class Killed extends Error {}

/** What befalls a step: nothing, the way there, the way back, or the app itself, before or after it. */
type Fate = 'well' | 'no way there' | 'no way back' | 'killed before' | 'killed after'

const anAct = (key: string, more: Partial<KeptAct> = {}): KeptAct => ({
  key,
  kind: 'payment',
  householdId: 'home',
  input: { id: key, paidOn: '2026-11-30' },
  ifMatch: null,
  about: { name: key, money: null },
  keptAt: 0,
  triedAt: null,
  refusal: null,
  ...more,
})

/** The app over the device's own storage: each start of it knows only what lies there. */
const aPhone = () => {
  let fates: Fate[] = []
  const done: string[] = []
  const known = new Set<string>()
  const step = async <T>(isOnTheWay: boolean, work: () => T | Promise<T>): Promise<T> => {
    const fate = fates.shift() ?? 'well'
    if (fate === 'killed before') throw new Killed()
    if (isOnTheWay && fate === 'no way there') throw new ProblemError('offline', 0)
    const result = await work()
    if (fate === 'killed after') throw new Killed()
    if (isOnTheWay && fate === 'no way back') throw new ProblemError('offline', 0)
    return result
  }
  const start = () => {
    const store = actStore(server, () => 'asha')
    return createOutbox({
      store: { read: store.read, write: (acts) => step(false, () => store.write(acts)) },
      send: ({ key }) =>
        step(true, () => {
          if (!known.has(key)) done.push(key)
          known.add(key)
          return { revision: null }
        }),
      now: () => 0,
      newKey: () => 'another',
      exclusively: (_, work) => work(),
      changed: () => {},
    })
  }
  const through = async (next: readonly Fate[], work: () => Promise<unknown>): Promise<void> => {
    fates = [...next]
    await work().catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error
    })
    fates = []
  }
  return { done, start, through }
}

const happening = fc.record({
  isEntry: fc.boolean(),
  fates: fc.array(
    fc.constantFrom<Fate>('well', 'no way there', 'no way back', 'killed before', 'killed after'),
    { maxLength: 6 },
  ),
})

beforeEach(() => AsyncStorage.clear())

test('whatever is entered, lost, killed and sent: what the device kept is done once, in its order, and nothing else is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { maxLength: 25 }), async (happenings) => {
      await AsyncStorage.clear()
      const phone = aPhone()
      const kept: string[] = []
      for (const [at, { isEntry, fates }] of happenings.entries()) {
        const key = `act-${at}`
        if (isEntry) {
          await phone.through(fates.slice(0, 1), () => phone.start().keep(anAct(key)))
          // Who saw the app die before it was kept enters it again: it is not among what was entered.
          if ((await phone.start().acts()).some((act) => act.key === key) || phone.done.includes(key))
            kept.push(key)
        } else await phone.through(fates, () => phone.start().sendAll())
      }
      expect(await phone.start().sendAll()).toMatchObject({ end: 'done' })
      expect(phone.done).toEqual(kept)
      expect(await AsyncStorage.getAllKeys()).toEqual([])
    }),
    { numRuns: 200 },
  )
})

const open = (person: string, pay: () => Promise<unknown>, at = server) => {
  const queries = new QueryClient({ defaultOptions: { queries: { gcTime: Infinity } } })
  queries.setQueryData(['me'], { id: person })
  const client = { billing: { recordPayment: pay } } as unknown as Client
  return openPhoneOutbox({ client, newKey: () => 'another', queries, server: at })
}

test('what one person entered is sent by nobody else, and to no other server', async () => {
  const paid = jest.fn(() => Promise.resolve({}))
  await open('asha', paid).keep(anAct('rent'))
  expect(await open('ravi', paid).sendAll()).toEqual({ end: 'done', sent: 0 })
  expect(await open('asha', paid, 'https://elsewhere.example.org').sendAll()).toEqual({
    end: 'done',
    sent: 0,
  })
  expect(paid).not.toHaveBeenCalled()
  expect(await open('asha', paid).sendAll()).toEqual({ end: 'done', sent: 1 })
  expect(paid).toHaveBeenCalledTimes(1)
})

const refuse = () =>
  Promise.reject(new ProblemError('stale-revision', 412, { current: { name: 'Jio', revision: 7 } }))

test('a conflict stays after a restart, with what was meant and what is there instead', async () => {
  const before = open('asha', refuse)
  await before.keep(anAct('rent', { about: { name: 'Rent', money: { amount: 500, currency: 'INR' } } }))
  await before.sendAll()
  const after = open('asha', refuse)
  await after.refresh()
  expect(after.shown.acts()).toMatchObject([
    {
      state: 'refused',
      about: { name: 'Rent', money: { amount: 500 } },
      refusal: { status: 412, current: { name: 'Jio', revision: 7 } },
    },
  ])
  expect([...after.shown.waitingIds()]).toEqual([])
})

test('rows know what waits to be sent', async () => {
  const outbox = open('asha', () => Promise.reject(new ProblemError('offline', 0)))
  await outbox.keep(anAct('rent'))
  await outbox.refresh()
  expect([...outbox.shown.waitingIds()]).toEqual(['rent'])
})
