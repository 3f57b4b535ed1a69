import type { Money } from '@streamline/domain'
import type { FailureCode } from '../problem.ts'

/** What people may enter while nobody answers. */
export type KeptKind = 'payment' | 'payments' | 'recharge' | 'subscription' | 'usage' | 'note'

/** Something a person did while nobody answered, in the form in which it is sent and told. */
export interface KeptAct {
  /** Its idempotency key: the service does it once, however often it is sent. */
  readonly key: string
  readonly kind: KeptKind
  readonly householdId: string
  /** What the route takes, without the household. */
  readonly input: object
  /** The revision it was made on; null where none was in hand. */
  readonly ifMatch: number | null
  /** What it is about, as the person saw it. */
  readonly about: { readonly name: string | null; readonly money: Money | null }
  /** Milliseconds since 1970, by the clock of the device: when it was entered. */
  readonly keptAt: number
  /** The same for the first time it was sent; null as long as it never was. */
  readonly triedAt: number | null
  /** Why the service would not do it, and what is there instead where it said so. */
  readonly refusal: { readonly code: FailureCode; readonly status: number; readonly current?: unknown } | null
}

/**
 * - `waiting`: it is sent as soon as somebody answers.
 * - `refused`: the service said no; the person decides.
 * - `doubtful`: it was sent so long ago, without an answer, that the service has forgotten its key. Sent again it might be done twice, so
 *   the person looks and decides.
 */
export type KeptState = 'waiting' | 'refused' | 'doubtful'

/** The service knows a key for 24 hours after it first heard it; an hour less than that is safe. */
const KNOWN_MS = 23 * 3_600_000

/** How an act stands at `now`, milliseconds since 1970. A clock that was put back by as much makes it doubtful too. */
export const stateOf = ({ refusal, triedAt }: KeptAct, now: number): KeptState => {
  if (refusal !== null) return 'refused'
  return triedAt !== null && Math.abs(now - triedAt) > KNOWN_MS ? 'doubtful' : 'waiting'
}

/** Which subscription an act changes, so that what was made after it goes on from what it left. */
export const subjectOf = ({ kind, input }: KeptAct): string | null =>
  (kind === 'recharge' || kind === 'note') && 'id' in input && typeof input.id === 'string' ? input.id : null
