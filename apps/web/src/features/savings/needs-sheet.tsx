import type { NeedChoices } from '@streamline/client'
import { useNeedsForm, type Needs } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { KeepFields, NeverFields } from './need-bounds-fields.tsx'
import { LineFields } from './need-line-fields.tsx'
import { ServiceFields } from './need-service-fields.tsx'

const Form = ({
  needs: before,
  choices,
  onSave,
}: {
  needs: Needs
  choices: NeedChoices
  onSave: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  const { needs, setNeeds, wishes, setWishes, ...form } = useNeedsForm(before, choices, onSave)
  return (
    <SheetForm label={t('needs.save')} busy={false} error={null} roomy onSubmit={form.save}>
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

/** Changes what is needed; the cheapest set is worked out anew with it. */
export const NeedsSheet = ({
  open,
  needs,
  choices,
  onClose,
  onNeeds,
}: {
  open: boolean
  needs: Needs
  choices: NeedChoices
  onClose: () => void
  onNeeds: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  return (
    <Sheet open={open} onClose={onClose} title={t('needs.title')} lead={t('needs.lead')}>
      <Form
        needs={needs}
        choices={choices}
        onSave={(next) => {
          onClose()
          onNeeds(next)
        }}
      />
    </Sheet>
  )
}
