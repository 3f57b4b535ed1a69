import { useFormat } from '@streamline/client'
import type { PartTexts } from '@streamline/client/billing'
import { amountsOf, type SplitDraft, splitProblemOf } from '@streamline/client/subscriptions'
import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { PartsField } from '../../billing/parts-field.tsx'

/** Exact amounts beside a new price: already in proportion, and to be changed in the same step. */
export const AmountsAtPrice = ({
  draft,
  whole,
  sent,
  error,
  onChange,
}: {
  draft: SplitDraft
  whole: Money
  /** The form was sent once, so that what is missing is said. */
  sent: boolean
  error: string | undefined
  onChange: (amounts: PartTexts) => void
}) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const problem = sent ? splitProblemOf(draft, whole) : null
  return (
    <PartsField
      label={t('amountsAtPrice', { amount: format.money(whole) })}
      whole={amountsOf(draft, whole)}
      currency={whole.currency}
      show={(amount) => format.money({ amount, currency: whole.currency })}
      error={(problem === null ? undefined : t(`problem.${problem}`)) ?? error}
      onChange={onChange}
    />
  )
}
