import { type Charge, useFormat, useHousehold } from '@streamline/client'
import { useSeveralForm } from '@streamline/client/billing'
import { sumByCurrency } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { Amounts, Money } from '../../design/money.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PayerField } from './payer-field.tsx'
import { useShown } from '../../design/use-shown.ts'

const Chosen = ({ charges }: { charges: readonly Charge[] }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { currency } = useHousehold()
  return (
    <div className="rounded-control bg-sunken px-4 py-1">
      <ul className="divide-y divide-line">
        {charges.map(
          ({ id, subscriptionName, providerId, brandColor, look, outstanding, startsOn, endsOn }) => (
            <li key={id} className="flex items-center gap-3 py-2.5">
              <BrandTile name={providerId ?? subscriptionName} color={brandColor} look={look} size="sm" />
              <span className="min-w-0 flex-1">
                <span className="block truncate font-medium">{subscriptionName}</span>
                <span className="block text-sm text-muted">{format.period(startsOn, endsOn)}</span>
              </span>
              <Money value={outstanding} />
            </li>
          ),
        )}
      </ul>
      <p className="flex items-baseline justify-between gap-3 border-t border-line py-3 font-semibold">
        {t('several.total')}
        <Amounts
          values={sumByCurrency(charges.map(({ outstanding }) => outstanding))}
          currency={currency}
          size="lg"
        />
      </p>
    </div>
  )
}

const Form = ({ charges, onDone }: { charges: readonly Charge[]; onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const { today } = useHousehold()
  const { draft, set, kept, forOthers, isByUsual, errorAt, rest, busy, submit } = useSeveralForm(
    charges,
    onDone,
  )
  const { paidBy, when, paidOn, method } = draft
  return (
    <SheetForm
      label={t('several.save', { count: charges.length })}
      busy={busy}
      error={null}
      kept={kept}
      onSubmit={submit}
    >
      <Chosen charges={charges} />
      <RadioCards
        label={t('several.when')}
        value={when}
        onChange={(chosen) => set({ when: chosen })}
        options={[
          { value: 'dueDays', label: t('several.dueDays'), hint: t('several.dueDaysHint') },
          { value: 'oneDay', label: t('several.oneDay') },
        ]}
      />
      <div className="grid gap-5 min-[30rem]:grid-cols-2">
        {when === 'oneDay' ? (
          <TextField
            type="date"
            label={t('pay.when')}
            max={today}
            value={paidOn}
            onChange={(event) => set({ paidOn: event.target.value })}
            error={errorAt('paidOn')}
          />
        ) : null}
        {forOthers ? (
          <PayerField
            label={t('pay.who')}
            nobody={isByUsual ? t('several.usual') : undefined}
            value={paidBy}
            onChange={(chosen) => set({ paidBy: chosen })}
            error={errorAt('paidBy')}
          />
        ) : null}
      </div>
      <MethodChoice value={method} onChange={(chosen) => set({ method: chosen })} />
      {rest ? (
        <div className="space-y-2">
          <FormError error={rest} />
          <p className="text-sm text-muted">{t('several.nothing')}</p>
        </div>
      ) : null}
    </SheetForm>
  )
}

/** Several dues at once, each in full: all of them are recorded, or none. */
export const SeveralSheet = ({
  charges,
  onClose,
  onDone,
}: {
  charges: readonly Charge[] | null
  onClose: () => void
  onDone: () => void
}) => {
  const { t } = useTranslation('billing')
  const shown = useShown(charges)
  if (shown === null) return null
  return (
    <Sheet
      open={charges !== null}
      onClose={onClose}
      title={t('several.title', { count: shown.length })}
      lead={t('several.lead')}
    >
      <Form charges={shown} onDone={onDone} />
    </Sheet>
  )
}
