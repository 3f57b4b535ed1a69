import { type Charge, useFormat, useHousehold } from '@streamline/client'
import { useSeveralForm } from '@streamline/client/billing'
import { sumByCurrency } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Hairline } from '../../design/card.tsx'
import { DateField } from '../../design/date-field.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Text } from '../../design/text.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PayerField } from './payer-field.tsx'

const Chosen = ({ charges }: { charges: readonly Charge[] }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { currency } = useHousehold()
  return (
    <View className="rounded-control bg-sunken px-4 py-1">
      {charges.map(({ id, subscriptionName: name, providerId, brandColor, look, outstanding, ...period }) => (
        <View key={id}>
          <View accessible className="flex-row items-center gap-3 py-2.5">
            <BrandTile name={providerId ?? name} color={brandColor} look={look} size="sm" />
            <View className="min-w-0 flex-1">
              <Text weight="medium" numberOfLines={2}>
                {name}
              </Text>
              <Text size="sm" tone="muted">
                {format.period(period.startsOn, period.endsOn)}
              </Text>
            </View>
            <Money value={outstanding} />
          </View>
          <Hairline />
        </View>
      ))}
      <View accessible className="flex-row items-baseline justify-between gap-3 py-3">
        <Text weight="semibold">{t('several.total')}</Text>
        <Amounts
          values={sumByCurrency(charges.map(({ outstanding }) => outstanding))}
          currency={currency}
          size="lg"
        />
      </View>
    </View>
  )
}

/** Several dues at once, each in full: all of them are recorded, or none. */
export const SeveralSheet = ({
  charges,
  onClose,
  onDone,
}: {
  charges: readonly Charge[]
  onClose: () => void
  onDone: () => void
}) => {
  const { t } = useTranslation('billing')
  const { today } = useHousehold()
  const { draft, set, forOthers, isByUsual, errorAt, rest, busy, submit } = useSeveralForm(charges, onDone)
  const count = charges.length
  return (
    <SheetForm
      typed={draft}
      title={t('several.title', { count })}
      lead={t('several.lead')}
      label={t('several.save', { count })}
      busy={busy}
      error={rest}
      foot={
        rest ? (
          <Text size="sm" tone="muted">
            {t('several.nothing')}
          </Text>
        ) : undefined
      }
      onClose={onClose}
      onSubmit={submit}
    >
      <Chosen charges={charges} />
      <RadioCards
        label={t('several.when')}
        value={draft.when}
        options={[
          { value: 'dueDays', label: t('several.dueDays'), hint: t('several.dueDaysHint') },
          { value: 'oneDay', label: t('several.oneDay') },
        ]}
        onChange={(when) => set({ when })}
      />
      {draft.when === 'oneDay' ? (
        <DateField
          label={t('pay.when')}
          value={draft.paidOn}
          today={today}
          max={today}
          error={errorAt('paidOn')}
          onChange={(paidOn) => set({ paidOn })}
        />
      ) : null}
      {forOthers ? (
        <PayerField
          label={t('pay.who')}
          nobody={isByUsual ? t('several.usual') : undefined}
          value={draft.paidBy}
          error={errorAt('paidBy')}
          onChange={(paidBy) => set({ paidBy })}
        />
      ) : null}
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
    </SheetForm>
  )
}
