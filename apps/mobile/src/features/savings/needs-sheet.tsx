import type { NeedChoices } from '@streamline/client'
import { useNeedsForm, type Needs } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { KeepFields, NeverFields } from './need-bounds-fields.tsx'
import { LineFields } from './need-line-fields.tsx'
import { ServiceFields } from './need-service-fields.tsx'

/** Changes what is needed; the cheapest set is worked out anew with it. */
export const NeedsSheet = ({
  needs: before,
  choices,
  onClose,
  onNeeds,
}: {
  needs: Needs
  choices: NeedChoices
  onClose: () => void
  onNeeds: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  const { needs, setNeeds, wishes, setWishes, ...form } = useNeedsForm(before, choices, onNeeds)
  return (
    <SheetForm
      title={t('needs.title')}
      lead={t('needs.lead')}
      label={t('needs.save')}
      typed={{ needs, wishes, budget: form.budget }}
      busy={false}
      error={null}
      onClose={onClose}
      onSubmit={form.save}
    >
      <ServiceFields services={choices.services} wishes={wishes} onChange={setWishes} />
      <LineFields needs={needs} choices={choices} onChange={setNeeds} />
      <KeepFields needs={needs} choices={choices} onChange={setNeeds} />
      <NeverFields needs={needs} choices={choices} onChange={setNeeds} />
      <AmountField
        label={t('needs.budgetMonth')}
        hint={t('needs.budgetHint')}
        currency={form.currency}
        value={form.budget}
        onChange={form.setBudget}
        error={form.budgetError}
      />
    </SheetForm>
  )
}
