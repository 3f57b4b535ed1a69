import { useTranslation } from 'react-i18next'
import { AmountField } from '../../../design/amount-field.tsx'
import { RadioCards } from '../../../design/radio-cards.tsx'
import type { SectionProps } from './price-section.tsx'

const pasts = ['assumePaid', 'unpaid', 'leftOut'] as const

/** What became of the periods that lie back: paid, due, or left out with what they came to. */
export const PastFields = ({
  form,
  set,
  errorAt,
  count,
}: Pick<SectionProps, 'form' | 'set' | 'errorAt'> & {
  /** How many they are; null for more than anybody counts. */
  count: number | null
}) => {
  const { t } = useTranslation('add')
  return (
    <>
      <RadioCards
        label={count === null ? t('start.pastMany') : t('start.past', { count })}
        value={form.past}
        onChange={(past) => set({ past })}
        options={pasts.map((value) => ({
          value,
          label: t(`start.pastText.${value}`),
          hint: t(`start.pastHint.${value}`),
        }))}
      />
      {form.past === 'leftOut' ? (
        <AmountField
          label={t('start.paidBefore')}
          aside={t('more.optional')}
          currency={form.currency}
          value={form.paidBefore}
          onChange={(paidBefore) => set({ paidBefore })}
          error={errorAt('paidBefore')}
        />
      ) : null}
    </>
  )
}
