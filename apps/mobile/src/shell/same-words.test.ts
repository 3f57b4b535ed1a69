import type * as Client from '@streamline/client'
import type * as Billing from '@streamline/client/billing'
import type * as Overviews from '@streamline/client/overview'
import type * as SavingsOf from '@streamline/client/savings'
import type * as Subscriptions from '@streamline/client/subscriptions'
import { addDays, daysBetween, type CalendarDate } from '@streamline/domain'
import * as fc from 'fast-check'
import { dateRange, ListOfNames, PluralForms, RelativeDays } from './intl-parts.ts'

/* What both apps show is worded in one place; the phone’s engine has less of `Intl`. Random households read the same on both. */

const today = '2026-11-30' as CalendarDate
const languages = ['en', 'hi'] as const
const countries = ['IN', 'US', 'GB'] as const

/* A household as the API answers it, with what the words rest on. */

const day = fc.integer({ min: -420, max: 420 }).map((days) => addDays(today, days))
const money = fc.record({
  amount: fc.integer({ min: 0, max: 40_000_000 }),
  currency: fc.constantFrom('INR', 'INR', 'INR', 'USD', 'JPY', 'KWD'),
})
const name = fc.constantFrom('Netflix Premium', 'Dad’s Jio 299', 'ACT 150 Mbps', 'जियो', 'Disney+', 'iCloud')
const id = fc.integer({ min: 1, max: 6 }).map(String)

const need = fc
  .record({
    subscriptionId: id,
    name,
    need: fc.constantFrom('overdue', 'stopped', 'due', 'stopsSoon', 'decideBy', 'trialEnding'),
    on: day,
    amount: fc.option(money),
    chargeId: id,
    stopsAt: fc.option(fc.constant('18:30')),
  })
  .map((facts) => ({
    ...facts,
    days: daysBetween(today, facts.on),
    memberId: 'asha',
    action: 'pay',
    yours: true,
    priceNews: null,
    line: null,
  }))

const charge = fc
  .record({
    id: fc.uuid(),
    subscriptionId: id,
    subscriptionName: name,
    startsOn: day,
    length: fc.constantFrom(28, 30, 84, 365),
    dueOn: day,
    outstanding: money,
  })
  .map(({ length, ...facts }) => ({
    ...facts,
    endsOn: addDays(facts.startsOn, length),
    state: 'due',
    amount: facts.outstanding,
  }))

const subscription = fc
  .record({
    id,
    name,
    kind: fc.constantFrom('ott', 'mobile', 'broadband', 'tv', 'other'),
    status: fc.constantFrom('scheduled', 'trialing', 'active', 'grace', 'paused', 'cancelled', 'expired'),
    renewal: fc.constantFrom('automatic', 'manual'),
    startsOn: day,
    endsOn: day,
    usableUntil: fc.option(day),
    cancelledOn: fc.option(day),
    debit: money,
    monthlyCost: money,
    stopsAt: fc.option(fc.constant('09:05')),
  })
  .map(({ endsOn, ...facts }) => ({
    ...facts,
    currentPeriod: { startsOn: facts.startsOn, endsOn },
    renewsOn: endsOn,
    nextDebit: null,
    removedOn: null,
    pausedUntil: null,
    trialEndsOn: null,
  }))

const payment = fc.record({
  entry: fc.constantFrom('payment', 'refund', 'credit', 'reversal'),
  payers: fc.array(fc.record({ memberId: fc.constantFrom('asha', 'ravi', 'meera'), amount: money }), {
    minLength: 1,
    maxLength: 3,
  }),
  amount: money,
  paidOn: day,
  method: fc.option(fc.constantFrom('upi', 'card', 'cash')),
  reference: fc.option(fc.constant('4471')),
  converted: fc.constant(null),
  moveId: fc.constant(null),
})

const step = fc.record({
  kind: fc.constantFrom('cancel', 'recharge', 'switch', 'claim', 'begin'),
  on: day,
  subscription: fc.record({ id, name }),
  plan: fc.option(fc.record({ id, name })),
  service: fc.option(fc.record({ id, name })),
})

const set = fc.record({
  saving: money,
  isBetter: fc.boolean(),
  lost: fc.array(
    fc.record({ service: fc.record({ id, name }), subscription: fc.record({ id, name }), from: day }),
  ),
  budget: fc.record({
    monthly: money,
    over: fc.record({
      amount: fc.integer({ min: -900_000, max: 900_000 }),
      currency: fc.constant('INR'),
    }),
  }),
})

const household = fc.record({
  needs: fc.array(need, { maxLength: 6 }),
  charges: fc.array(charge, { maxLength: 6 }),
  subscriptions: fc.array(subscription, { maxLength: 6 }),
  payments: fc.array(payment, { maxLength: 4 }),
  steps: fc.array(step, { maxLength: 4 }),
  set,
  names: fc.array(name, { maxLength: 5 }),
  count: fc.integer({ min: 0, max: 40 }),
})

type Household = typeof household extends fc.Arbitrary<infer Value> ? Value : never

/* Each app has these by itself: what one keeps of `Intl` is not what the other has. */

interface App {
  readonly client: typeof Client
  readonly billing: typeof Billing
  readonly overviews: typeof Overviews
  readonly savings: typeof SavingsOf
  readonly subscriptions: typeof Subscriptions
}

const loaded = (): App => {
  let app: App | undefined
  jest.isolateModules(() => {
    app = {
      client: jest.requireActual<typeof Client>('@streamline/client'),
      billing: jest.requireActual<typeof Billing>('@streamline/client/billing'),
      overviews: jest.requireActual<typeof Overviews>('@streamline/client/overview'),
      savings: jest.requireActual<typeof SavingsOf>('@streamline/client/savings'),
      subscriptions: jest.requireActual<typeof Subscriptions>('@streamline/client/subscriptions'),
    }
  })
  if (app === undefined) throw new Error('Nothing was loaded')
  return app
}

type Texts = Awaited<ReturnType<typeof Client.createI18n>>

const textsFor = async ({ client }: App): Promise<Map<string, Texts>> =>
  new Map(
    await Promise.all(
      languages.map(async (language) => {
        const texts = await client.createI18n(language)
        await client.loadLaterTexts(texts)
        return [language, texts] as const
      }),
    ),
  )

const own = Object.getOwnPropertyDescriptors(Intl)
const ownRange = Object.getOwnPropertyDescriptor(Intl.DateTimeFormat.prototype, 'formatRange')

const put = (onto: object, what: Record<string, unknown>): void => {
  for (const [key, value] of Object.entries(what))
    Object.defineProperty(onto, key, { configurable: true, writable: true, value })
}

const becomePhone = (): void => {
  put(Intl, { PluralRules: PluralForms, RelativeTimeFormat: RelativeDays, ListFormat: ListOfNames })
  put(Intl.DateTimeFormat.prototype, {
    formatRange(this: Intl.DateTimeFormat, from: Date, until: Date) {
      return dateRange(this, from, until)
    },
  })
}

const becomeWeb = (): void => {
  Object.defineProperties(Intl, own)
  if (ownRange) Object.defineProperty(Intl.DateTimeFormat.prototype, 'formatRange', ownRange)
}

/** How wide the space around a dash is differs between the data of two devices. */
const plain = (text: string): string => text.replaceAll(/\s*–\s*/g, '–')

/** All that the screens of a household say, one line after the other. */
const linesOf = (
  { client, billing, overviews, savings, subscriptions }: App,
  texts: Texts,
  { language, country }: { language: 'en' | 'hi'; country: string },
  facts: Household,
): string[] => {
  const format = client.createFormat({ language, country, today })
  const t = texts.getFixedT(language, 'overview')
  const people = { isYou: (each: string) => each === 'asha', nameOf: (each: string) => each }
  const paid = billing.paidText({ t: texts.getFixedT(language, 'billing'), format, people })
  const say = savings.savingsText({ t: texts.getFixedT(language, 'savings'), format })
  const overview = { needs: facts.needs, needCount: facts.needs.length, arrivals: [] } as never
  const charges = facts.charges as unknown as Client.Charge[]
  const all = facts.subscriptions as unknown as Client.Subscription[]
  return [
    ...overviews
      .nextNeeds(overview, { texts, format, today, most: 9 })
      .map(({ name: of, text, money: cost }) => `${of} ${text} ${cost}`),
    ...overviews
      .foldedNeeds(overview, true)
      .yours.map(({ first, total }) => `${first.name} ${total === null ? '' : format.money(total)}`),
    ...billing
      .dueGroupsOf(charges, today)
      .flatMap(({ id: group, items, totals }) => [
        `${group} ${totals.map((sum) => format.money(sum)).join(' ')}`,
        ...items.map(
          ({ subscriptionName, startsOn, endsOn, outstanding, dueOn }) =>
            `${subscriptionName} ${format.period(startsOn, endsOn)} ${format.money(outstanding)} ${format.relative(dueOn)} ${format.date(dueOn)}`,
        ),
      ]),
    ...subscriptions.groupsOf(all).flatMap(({ group, items }) => [
      group,
      ...items.map(
        (each) =>
          `${each.name} ${format.money(each.debit)} ${
            subscriptions.nextDateText(each, today, {
              t: texts.getFixedT(language, 'subscriptions'),
              format,
            })?.text
          }`,
      ),
    ]),
    ...subscriptions.totalsOf(all).aYear.map((sum) => format.money(sum, { rounded: true })),
    ...facts.payments.flatMap((each) => [paid.sentence(each as never), paid.details(each as never)]),
    ...facts.steps.map((each) => `${format.date(each.on)} ${savings.stepText(each as never, t)}`),
    say.headline(facts.set).text,
    say.budget(facts.set.budget as never).text,
    ...facts.set.lost.map((each) => say.lost(each as never)),
    format.list(facts.names),
    t('needs.count', { count: facts.count }),
  ].map(plain)
}

test('200 random households have the same amounts, dates and words on web and phone, in English and Hindi', async () => {
  const web = loaded()
  const onWeb = await textsFor(web)
  try {
    becomePhone()
    const phone = loaded()
    const onPhone = await textsFor(phone)
    let lines = 0
    fc.assert(
      fc.property(
        household,
        fc.constantFrom(...languages),
        fc.constantFrom(...countries),
        (facts, language, country) => {
          const [theirs, ours] = [onWeb.get(language), onPhone.get(language)]
          if (theirs === undefined || ours === undefined) throw new Error('No texts')
          becomeWeb()
          const shown = linesOf(web, theirs, { language, country }, facts)
          becomePhone()
          expect(linesOf(phone, ours, { language, country }, facts)).toEqual(shown)
          lines += shown.length
        },
      ),
      { numRuns: 200 },
    )
    // It compared something: most households have a dozen lines and more.
    expect(lines).toBeGreaterThan(2000)
  } finally {
    becomeWeb()
  }
})
