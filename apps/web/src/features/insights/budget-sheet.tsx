import { amountText, parseAmount, useHousehold } from '@streamline/client'
import { useMembers } from '@streamline/client/households'
import {
  choiceOf,
  draftOf,
  openChoices,
  useInsightsText,
  useSetBudget,
  type Budget,
} from '@streamline/client/insights'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { SelectField } from '../../design/field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Sheet } from '../../design/sheet.tsx'

type Scoped = Pick<Budget, 'scope' | 'kind' | 'memberId' | 'memberName'>

const Form = ({
  before,
  choices,
  onDone,
}: {
  before: Budget | null
  choices: readonly Scoped[]
  onDone: () => void
}) => {
  const { t } = useTranslation('insights')
  const say = useInsightsText()
  const { currency } = useHousehold()
  const [first] = choices
  const [what, setWhat] = useState(() => (first === undefined ? '' : choiceOf(first)))
  const [text, setText] = useState(() => (before === null ? '' : amountText(before.amount.amount, currency)))
  const [isWrong, setWrong] = useState(false)
  const set = useSetBudget()
  const chosen = choices.find((one) => choiceOf(one) === what)

  const send = (amount: number | null) => {
    if (chosen === undefined) return
    set.mutate(draftOf(chosen, amount), {
      onSuccess: () => {
        showToast(t(amount === null ? 'budgets.removed' : 'budgets.saved'))
        onDone()
      },
    })
  }
  const save = () => {
    const amount = parseAmount(text, currency)
    if (amount === null || amount <= 0) setWrong(true)
    else send(amount)
  }

  return (
    <SheetForm label={t('budgets.save')} busy={set.isPending} error={set.error} onSubmit={save}>
      {before === null ? (
        <SelectField label={t('budgets.what')} value={what} onChange={({ target }) => setWhat(target.value)}>
          {choices.map((one) => (
            <option key={choiceOf(one)} value={choiceOf(one)}>
              {say.budget(one)}
            </option>
          ))}
        </SelectField>
      ) : null}
      <AmountField
        label={t('budgets.amount')}
        currency={currency}
        value={text}
        onChange={(next) => {
          setWrong(false)
          setText(next)
        }}
        error={isWrong ? t('budgets.wrong') : undefined}
      />
      {before === null ? null : (
        <Button variant="quiet" size="sm" onClick={() => send(null)}>
          {t('budgets.remove')}
        </Button>
      )}
    </SheetForm>
  )
}

/** Sets a budget of a month, or changes and removes one. */
export const BudgetSheet = ({
  open,
  budgets,
  onClose,
}: {
  open: Budget | 'new' | null
  budgets: readonly Budget[]
  onClose: () => void
}) => {
  const { t } = useTranslation('insights')
  const say = useInsightsText()
  const { data: members = [] } = useMembers()
  const names = new Map(members.map(({ id, name }) => [id, name]))
  const before = open === 'new' ? null : open
  const choices =
    before === null
      ? openChoices(budgets, members).map((one) => ({
          ...one,
          memberName: names.get(one.memberId ?? '') ?? null,
        }))
      : [before]
  return (
    <Sheet
      open={open !== null}
      onClose={onClose}
      title={before === null ? t('budgets.set') : say.budget(before)}
    >
      <Form before={before} choices={choices} onDone={onClose} />
    </Sheet>
  )
}
