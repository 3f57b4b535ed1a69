import type { Plan, Split } from '../answers.ts'
import { useRecordsForOthers } from '../billing/records-for-others.ts'
import { useHousehold } from '../client-context.tsx'
import type { Moving } from '../lines/moving.ts'
import type { DraftForm } from './draft.ts'
import { createInput } from './draft-input.ts'
import { useCreateSubscription } from './subscriptions.queries.ts'

interface Saving {
  form: DraftForm
  plan: Plan | null
  hasPast: boolean
  split: Split
  /** What it takes the place of. */
  replaces: Moving['replaces']
}

/** Creates the subscription as it stands on screen; what of it was due by today, and paid, only the service decides. */
export const useSaveDraft = () => {
  const create = useCreateSubscription()
  const { memberId } = useHousehold()
  const forOthers = useRecordsForOthers()
  const save = async ({ form, plan, hasPast, split, replaces }: Saving) => {
    const input = createInput(form, plan, hasPast, split)
    if (input === null) return null
    const maySayPaid = forOthers || form.paidBy === memberId
    const created = await create.mutateAsync({
      ...input,
      ...(maySayPaid ? { currentPaid: form.currentPaid } : {}),
      ...(replaces === null ? {} : { replaces }),
    })
    return created ?? 'kept'
  }
  return { save, error: create.error, forget: create.reset, busy: create.isPending }
}
