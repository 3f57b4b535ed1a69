import type { Plan } from '@streamline/client'
import { type DraftForm, useDraftPreview } from '@streamline/client/subscriptions'
import { useKeptDraft } from '../../../design/kept-draft.ts'

/** The draft being typed, and what the service says will come of it. */
export const useAddForm = (beginning: DraftForm, plan: Plan | null) => {
  const { form, setForm, ...kept } = useKeptDraft(`add.${plan?.id ?? 'own'}`, beginning, true)
  return {
    form,
    kept,
    set: (change: Partial<DraftForm>) => setForm((known) => ({ ...known, ...change })),
    ...useDraftPreview(form, plan),
  }
}
