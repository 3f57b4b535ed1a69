import { amountText, parseAmount, useHousehold, type NeedChoices } from '@streamline/client'
import { wishesOf, withWishes, type Needs } from '@streamline/client/savings'
import { useState } from 'react'
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
  const { currency: own } = useHousehold()
  const [needs, setNeeds] = useState(before)
  const [wishes, setWishes] = useState(() => wishesOf(before, choices.services))
  const currency = before.budget?.currency ?? own
  const [budget, setBudget] = useState(() =>
    before.budget === null ? '' : amountText(before.budget.amount, currency),
  )
  const [isWrong, setWrong] = useState(false)

  const save = () => {
    const amount = budget.trim() === '' ? null : parseAmount(budget, currency)
    if (amount === null && budget.trim() !== '') {
      setWrong(true)
      return
    }
    onSave(withWishes({ ...needs, budget: amount === null ? null : { amount, currency } }, wishes))
  }

  return (
    <SheetForm label={t('needs.save')} busy={false} error={null} roomy onSubmit={save}>
      <ServiceFields services={choices.services} wishes={wishes} onChange={setWishes} />
      <LineFields needs={needs} choices={choices} onChange={setNeeds} />
      <KeepFields needs={needs} choices={choices} onChange={setNeeds} />
      <NeverFields needs={needs} choices={choices} onChange={setNeeds} />
      <AmountField
        label={t('needs.budgetMonth')}
        hint={t('needs.budgetHint')}
        currency={currency}
        value={budget}
        onChange={(text) => {
          setWrong(false)
          setBudget(text)
        }}
        error={isWrong ? t('needs.budgetWrong') : undefined}
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
