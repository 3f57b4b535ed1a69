import type { TermsForm } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { LengthField } from './length-field.tsx'

const usual: readonly BillingInterval[] = [3, 6, 12, 18, 24, 36].map((count) => ({ count, unit: 'month' }))

/** How long one must stay, and what leaving before costs. */
export const MinimumTermFields = ({
  form: { minimumTerm, exitFee, currency },
  errorAt,
  onChange,
}: {
  form: Pick<TermsForm, 'minimumTerm' | 'exitFee' | 'currency'>
  errorAt: (field: 'minimumTerm' | 'exitFee') => string | undefined
  onChange: (change: Partial<Pick<TermsForm, 'minimumTerm' | 'exitFee'>>) => void
}) => {
  const { t } = useTranslation('add')
  return (
    <div className="grid items-start gap-4 min-[30rem]:grid-cols-2">
      <LengthField
        label={t('more.minimumTerm')}
        none={t('more.noMinimumTerm')}
        usual={usual}
        value={minimumTerm}
        error={errorAt('minimumTerm')}
        onChange={(length) => onChange({ minimumTerm: length })}
      />
      {minimumTerm === null ? null : (
        <AmountField
          label={t('more.exitFee')}
          aside={t('more.optional')}
          currency={currency}
          value={exitFee}
          onChange={(typed) => onChange({ exitFee: typed })}
          error={errorAt('exitFee')}
        />
      )}
    </div>
  )
}
