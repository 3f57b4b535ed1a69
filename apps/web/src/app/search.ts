import { ownPath } from '@streamline/client/identity'
import { stops } from '@streamline/client/lines'
import { kinds, listSorts } from '@streamline/client/subscriptions'

type Search = Record<string, unknown>

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value.slice(0, 200) : undefined

/** What is no id would only be refused. */
const id = (value: unknown): string | undefined =>
  typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value) ? value : undefined

const oneOf =
  <Value extends string>(...known: readonly Value[]) =>
  (value: unknown): Value | undefined =>
    known.find((candidate) => candidate === value)

/** Leaves out what is not there, so that addresses stay short. */
const present = <T extends object>(search: T): { [K in keyof T]?: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }

const kind = oneOf(...kinds)

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined

/** Ids, comma-separated. */
const idsIn = (value: unknown): string | undefined => {
  const ids = typeof value === 'string' ? value.split(',').slice(0, 20) : []
  return ids.length > 0 && ids.every((one) => id(one) !== undefined) ? ids.join(',') : undefined
}

/** Where to go after signing in; only a path of this site. */
export const nextSearch = ({ next }: Search) => present({ next: ownPath(next) })

/** `problem` is why the way through another service ended here. */
export const signInSearch = ({ next, problem }: Search) =>
  present({ ...nextSearch({ next }), problem: text(problem) })

/** Why linking another service ended without a link. */
export const problemSearch = ({ problem }: Search) => present({ problem: text(problem) })

/** The token of a mail. */
export const tokenSearch = ({ token }: Search) => present({ token: text(token) })

export const usersSearch = ({ q, status }: Search) =>
  present({ q: text(q), status: oneOf('ACTIVE', 'BLOCKED', 'DELETED')(status) })

export const auditSearch = ({ user, event }: Search) => present({ user: text(user), event: text(event) })

/** What is to be opened at once on the screen of a subscription; `charge` is the one whose payment it is. */
export const subscriptionSearch = ({ open, charge }: Search) =>
  present({ open: oneOf('cancel', 'pay', 'recharge')(open), charge: id(charge) })

/** `sort` is left out where the list stands by kind. */
export const subscriptionsSearch = ({ q, kind: of, member, status, sort }: Search) =>
  present({
    q: text(q),
    kind: kind(of),
    member: text(member),
    sort: oneOf(...listSorts)(sort),
    status: oneOf(
      'running',
      'scheduled',
      'trialing',
      'active',
      'grace',
      'paused',
      'cancelled',
      'expired',
      'removed',
    )(status),
  })

/**
 * `provider` opens the plan picker of one provider; `narrow`, `region` and `length` narrow its plans; `queue` are the providers to go on with, comma-separated, `of` how many there are with those before; `line` is the number it
 * is for, `starts` the first day and `people` those who use it, comma-separated, `replaces` the subscription whose place it takes, and `how` says how that stops.
 */
export const addSearch = ({
  q,
  kind: of,
  provider,
  plan,
  queue,
  of: many,
  narrow,
  region,
  length,
  line,
  replaces,
  how,
  starts,
  people,
}: Search) =>
  present({
    q: text(q),
    kind: kind(of),
    provider: text(provider),
    plan: text(plan),
    queue: text(queue),
    of: typeof many === 'number' && many > 0 && many < 100 ? Math.floor(many) : undefined,
    narrow: text(narrow),
    region: text(region),
    length: text(length),
    line: id(line),
    replaces: id(replaces),
    how: oneOf(...stops)(how),
    starts: day(starts),
    people: idsIn(people),
  })

const month = (value: unknown): string | undefined =>
  typeof value === 'string' && /^20\d{2}-(?:0[1-9]|1[0-2])$/.test(value) ? value : undefined

/** `by` groups what was spent, `month` is that of the calendar. */
export const insightsSearch = ({ view, by, month: shown }: Search) =>
  present({
    view: oneOf('forecast', 'calendar', 'subscriptions')(view),
    by: oneOf('provider', 'payer', 'sharer', 'label', 'subscription')(by),
    month: month(shown),
  })

/** `of` is a subscription, `member` a person, and the days bound the history. */
export const billingSearch = ({ tab, of, member, kind: what, from, until }: Search) =>
  present({
    tab: oneOf('due', 'paid', 'between')(tab),
    of: id(of),
    member: id(member),
    kind: oneOf(
      'payment',
      'reversal',
      'refund',
      'credit',
      'correction',
      'split',
      'void',
      'restored',
      'settlement',
      'settlementUndone',
    )(what),
    from: day(from),
    until: day(until),
  })
