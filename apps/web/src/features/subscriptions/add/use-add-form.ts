import type { Plan } from '@streamline/client'
import { type DraftForm, useDraftPreview } from '@streamline/client/subscriptions'
import { useKeptForm } from '../../../design/kept-form.ts'

/** The draft being typed, and what the service says will come of it. */
export const useAddForm = (beginning: DraftForm, plan: Plan | null) => {
  const { draft, set, kept } = useKeptForm(`add.${plan?.id ?? 'own'}`, beginning, { inTab: true })
  return { form: draft, kept, set, ...useDraftPreview(draft, plan) }
}
