import { type FreedMoneyChoice, useFreedTargets } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../../design/choice-field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import { SkeletonCard } from '../../../design/skeleton.tsx'
import { Text } from '../../../design/text.tsx'

const Target = ({ choice }: { choice: FreedMoneyChoice }) => {
  const { t } = useTranslation('billing')
  const targets = useFreedTargets(choice)
  const { value, set, currency, targetError } = choice
  if (targets === null) return <SkeletonCard />
  if (targets.length === 0)
    return (
      <Text size="sm" tone="muted">
        {t('credit.noCharge', { currency })}
      </Text>
    )
  return (
    <ChoiceField
      label={t('credit.charge')}
      value={value.chargeId ?? ''}
      error={targetError}
      options={[{ value: '', label: t('credit.choose') }, ...targets]}
      onChange={(id) => set({ chargeId: id === '' ? null : id })}
    />
  )
}

/** What becomes of money that nothing needs any more; nothing is asked where an act frees none. */
export const FreedMoneyFields = ({ choice }: { choice: FreedMoneyChoice }) => {
  const { t } = useTranslation('billing')
  const { question, ways, value, set, receivers, receiverError } = choice
  if (question === null) return null
  return (
    <>
      <RadioCards label={question} value={value.to} options={ways} onChange={(to) => set({ to })} />
      {value.to === 'refund' && receivers.length > 0 ? (
        <ChoiceField
          label={t('credit.receivedBy')}
          value={value.receivedBy ?? ''}
          error={receiverError}
          options={receivers}
          onChange={(id) => set({ receivedBy: id === '' ? null : id })}
        />
      ) : null}
      {value.to === 'charge' ? <Target choice={choice} /> : null}
    </>
  )
}
