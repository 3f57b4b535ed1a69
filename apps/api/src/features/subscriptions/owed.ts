import { minDate, type CalendarDate } from '@streamline/domain'
import type { Occasion } from './occasion.ts'
import type { Owed, OwedPayment } from './subscription.document.ts'

/** What one write owes. */
export interface OwedByWrite {
  /** Charges from this period on follow the facts. */
  readonly fromIndex: number
  /** From this day on who bears what has changed; default the day of the write. */
  readonly splitFrom?: CalendarDate | undefined
  readonly assumePaidBeforeIndex?: number | undefined
  readonly amends?: boolean | undefined
  readonly payment?: OwedPayment | undefined
  readonly takesBack?: string | undefined
  readonly bringsBack?: string | undefined
  /** Assumed debits due before this day had gone through. */
  readonly assumedStandBefore?: CalendarDate | undefined
  /** It begins anew after it was over. */
  readonly startsAnew?: boolean | undefined
  /** The record that is taken back. */
  readonly undoes?: string | undefined
  /** The record that is made. */
  readonly act?: string | undefined
  /** This act says what becomes of money that it frees. */
  readonly money?: string | undefined
  /** Such acts that do not count any more, and those that count again. */
  readonly moneyBack?: readonly string[] | undefined
  readonly moneyAgain?: readonly string[] | undefined
}

const least = (a: number, b: number): number => Math.min(a, b)

type Money = Pick<Owed, 'money' | 'moneyBack' | 'moneyAgain'>

const without = (ids: readonly string[] = [], gone: readonly string[]) =>
  ids.filter((id) => !gone.includes(id))

/** What an act did with money counts or does not, as was said last. */
const moneyWith = (before: Owed | null, { money, moneyBack = [], moneyAgain = [] }: OwedByWrite): Money => {
  const named = {
    money: [...without(before?.money, moneyBack), ...(money === undefined ? [] : [money])],
    moneyBack: [...without(before?.moneyBack, moneyAgain), ...moneyBack],
    moneyAgain: [...without(before?.moneyAgain, moneyBack), ...moneyAgain],
  }
  return Object.fromEntries(Object.entries(named).filter(([, ids]) => ids.length > 0))
}

/** What a document owes after another write: the widest of both, so that one comparison brings everything. */
export const owedWith = (
  before: Owed | null,
  write: OwedByWrite,
  { today, now }: Pick<Occasion, 'today' | 'now'>,
): Owed => ({
  ...termsOwed(before, write, { today, now }),
  ...moneyWith(before, write),
})

const listed = (id: string | undefined): string[] => (id === undefined ? [] : [id])

/** An act counts or does not, as was said last. */
const actsOwed = (
  before: Owed | null,
  gone: readonly string[],
  again: readonly string[],
): Pick<Owed, 'takesBack' | 'bringsBack'> => {
  const bringsBack = [...without(before?.bringsBack, gone), ...again]
  return {
    takesBack: [...without(before?.takesBack, again), ...gone],
    ...(bringsBack.length === 0 ? {} : { bringsBack }),
  }
}

const termsOwed = (
  before: Owed | null,
  {
    fromIndex,
    splitFrom,
    assumePaidBeforeIndex,
    amends = false,
    payment,
    takesBack,
    bringsBack,
    ...told
  }: OwedByWrite,
  { today, now }: Pick<Occasion, 'today' | 'now'>,
): Owed => ({
  fromIndex: least(before?.fromIndex ?? fromIndex, fromIndex),
  since: before?.since ?? now,
  billedUntil: minDate(before?.billedUntil ?? today, today),
  on: today,
  splitFrom: minDate(before?.splitFrom ?? today, splitFrom ?? today),
  assumePaidBeforeIndex: assumePaidBeforeIndex ?? before?.assumePaidBeforeIndex ?? null,
  amends: (before?.amends ?? false) || amends,
  payments: [...(before?.payments ?? []), ...(payment === undefined ? [] : [payment])].filter(
    ({ id }) => id !== takesBack,
  ),
  ...actsOwed(before, listed(takesBack), listed(bringsBack)),
  // Of several writes at once neither is said: then all of it follows the facts.
  ...(before === null && told.assumedStandBefore !== undefined
    ? { assumedStandBefore: told.assumedStandBefore }
    : {}),
  ...(told.startsAnew === true ? { startsAnew: true as const } : {}),
  ...(before === null && told.undoes !== undefined ? { undoes: told.undoes } : {}),
  ...(before === null && told.act !== undefined ? { act: told.act } : {}),
})
