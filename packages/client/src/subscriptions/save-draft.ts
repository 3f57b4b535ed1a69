import { useRecordsForOthers } from '../billing/may-record.ts'
import type { Plan, Split, SubscriptionDetail } from '../answers.ts'
import { useRecordPayment } from '../billing/charges.queries.ts'
import { useHousehold } from '../client-context.tsx'
import type { Moving } from '../lines/moving.ts'
import { createInput, type DraftForm } from './draft.ts'
import { useCreateSubscription } from './subscriptions.queries.ts'
import type { CalendarDate } from '@streamline/domain'

/** The period that the person says is paid, by its first day. */
interface Saving {
  form: DraftForm
  plan: Plan | null
  hasPast: boolean
  split: Split
  paidStartsOn: CalendarDate | null
  /** What it takes the place of. */
  replaces: Moving['replaces']
}

const openEntry = ({ timeline }: SubscriptionDetail, startsOn: CalendarDate) =>
  timeline.find(
    ({ startsOn: first, chargeId, state }) =>
      first === startsOn && chargeId !== null && state !== 'paid' && state !== 'waived' && state !== 'void',
  )

/** Creates the subscription, then records the payment of the running period where it was made already. */
export const useSaveDraft = () => {
  const create = useCreateSubscription()
  const pay = useRecordPayment()
  const { memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const save = async ({ form, plan, hasPast, split, paidStartsOn, replaces }: Saving) => {
    const input = createInput(form, plan, hasPast, split)
    if (input === null) return null
    const created = await create.mutateAsync({ ...input, ...(replaces === null ? {} : { replaces }) })
    const entry = paidStartsOn === null ? undefined : openEntry(created, paidStartsOn)
    if (!entry?.chargeId || (!forOthers && form.paidBy !== memberId))
      return { created, paid: false, paymentFailed: false }
    // The subscription stands whatever becomes of the payment; it can be recorded on its page.
    const paid = await pay
      .mutateAsync({ id: entry.chargeId, paidOn: entry.dueOn, paidBy: form.paidBy })
      .then(() => true)
      .catch(() => false)
    return { created, paid, paymentFailed: !paid }
  }
  return { save, error: create.error, forget: create.reset, busy: create.isPending || pay.isPending }
}
