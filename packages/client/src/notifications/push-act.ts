import type { CalendarDate } from '@streamline/domain'
import type { Client } from '../client.ts'
import type { KeptAct } from '../outbox/kept-act.ts'
import type { PushData } from './push-message.ts'

/** What is done by a button of a message. */
export type PushButton = 'paid' | 'recharged' | 'snooze'

interface OpenCharge {
  readonly id: string
  readonly subscriptionId: string
  readonly dueOn: CalendarDate
}

/** What a phone brings to act from a message, also while the app is closed. */
export interface PushActing {
  readonly client: Client
  readonly keep: (act: KeptAct) => Promise<void>
  readonly sendAll: () => Promise<unknown>
  /** Charges that the phone saw last, for when nobody answers. */
  readonly seenCharges: () => readonly OpenCharge[]
  /** Where the household is. */
  readonly today: CalendarDate
  /** Milliseconds since 1970. */
  readonly now: number
  /** The same text gives the same key (a UUID): a button that is pressed twice is done once. */
  readonly keyOf: (text: string) => Promise<string>
  readonly nameOf: (subscriptionId: string) => string | null
}

/**
 * - `done`: it is sent, or kept and sent as soon as somebody answers.
 * - `later`: nobody could be told to put it off: the phone says it again by itself.
 * - `open`: it cannot be done from here; the screen says more.
 */
export type PushOutcome = 'done' | 'later' | 'open'

const chargeOf = async (
  { client, seenCharges }: PushActing,
  { householdId, on }: NonNullable<PushData['about']>,
  subscriptionId: string,
): Promise<string | null> => {
  const isIt = (one: OpenCharge): boolean => one.subscriptionId === subscriptionId && one.dueOn === on
  const asked = await client.billing
    .listCharges({ householdId, subscriptionId, state: 'open' })
    .then(({ items }) => items)
    .catch(() => seenCharges())
  return asked.find(isIt)?.id ?? null
}

const keepAct = async (
  { keep, sendAll, keyOf, nameOf, now }: PushActing,
  data: PushData,
  { kind, input, subscriptionId }: Pick<KeptAct, 'kind' | 'input'> & { subscriptionId: string },
): Promise<PushOutcome> => {
  await keep({
    key: await keyOf(`${kind} ${data.tag}`),
    kind,
    householdId: data.about?.householdId ?? '',
    input,
    ifMatch: null,
    about: { name: nameOf(subscriptionId), money: null },
    keptAt: now,
    triedAt: null,
    refusal: null,
  })
  // What nobody answers to is kept; the app sends it when it can.
  await sendAll().catch(() => null)
  return 'done'
}

/** Does what a button of a message says. What cannot reach the service is kept as what is entered offline is. */
export const actOnPush = async (
  button: PushButton,
  data: PushData,
  acting: PushActing,
): Promise<PushOutcome> => {
  const { about, messageId } = data
  if (button === 'snooze') {
    if (messageId === null) return 'later'
    return acting.client.inbox.snooze({ id: messageId, days: 1 }).then(
      () => 'done',
      () => 'later',
    )
  }
  const subscriptionId = about?.subscriptionId ?? null
  if (about === null || subscriptionId === null) return 'open'
  if (button === 'recharged') {
    const input = { id: subscriptionId, renewedOn: acting.today, payment: {} }
    return keepAct(acting, data, { kind: 'recharge', input, subscriptionId })
  }
  const id = await chargeOf(acting, about, subscriptionId)
  if (id === null) return 'open'
  const input = { id, paidOn: acting.today }
  return keepAct(acting, data, { kind: 'payment', input, subscriptionId })
}
