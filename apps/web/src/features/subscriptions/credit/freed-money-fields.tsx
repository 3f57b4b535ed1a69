import { type FreedMoneyChoice, useFreedTargets } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { SelectField } from '../../../design/field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'

const Target = ({ choice }: { choice: FreedMoneyChoice }) => {
  const { t } = useTranslation('billing')
  const targets = useFreedTargets(choice)
  const { value, set, currency, targetError } = choice
  if (targets === null) return <SkeletonRows rows={1} />
  if (targets.length === 0) return <p className="text-sm text-muted">{t('credit.noCharge', { currency })}</p>
  return (
    <SelectField
      label={t('credit.charge')}
      value={value.chargeId ?? ''}
      error={targetError}
      onChange={({ target }) => set({ chargeId: target.value === '' ? null : target.value })}
    >
      <option value="">{t('credit.choose')}</option>
      {targets.map((target) => (
        <option key={target.value} value={target.value}>
          {target.label}
        </option>
      ))}
    </SelectField>
  )
}

/** What becomes of money that nothing needs any more; nothing is asked where an act frees none. */
export const FreedMoneyFields = ({ choice }: { choice: FreedMoneyChoice }) => {
  const { t } = useTranslation('billing')
  const { question, ways, value, set, receivers, receiverError } = choice
  if (question === null) return null
  return (
    <>
      <RadioCards label={question} value={value.to} onChange={(to) => set({ to })} options={ways} />
      {value.to === 'refund' && receivers.length > 0 ? (
        <SelectField
          label={t('credit.receivedBy')}
          value={value.receivedBy ?? ''}
          error={receiverError}
          onChange={({ target }) => set({ receivedBy: target.value === '' ? null : target.value })}
        >
          {receivers.map((receiver) => (
            <option key={receiver.value} value={receiver.value}>
              {receiver.label}
            </option>
          ))}
        </SelectField>
      ) : null}
      {value.to === 'charge' ? <Target choice={choice} /> : null}
    </>
  )
}
