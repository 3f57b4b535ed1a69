import { type ProblemError, type Transfer, useFormat, useHousehold } from '@streamline/client'
import { useSameTransfer, useSettlementForm } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { DateField } from '../../design/date-field.tsx'
import { Notice } from '../../design/notice.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Text } from '../../design/text.tsx'
import { Conversion } from './conversion.tsx'
import { CurrencyChoice } from './currency-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { beginTrip, endTrip } from './upi-trip.ts'
import { UpiWay } from './upi-way.tsx'

/** One transfer that both sides write down counts once: asks whether it is the one that is recorded already. */
const SameTransfer = ({
  known,
  from,
  busy,
  onSame,
  onAnother,
}: {
  known: NonNullable<ProblemError['likelyTransfer']>
  from: string
  busy: boolean
  onSame: () => void
  onAnother: () => void
}) => {
  const { t } = useTranslation('billing')
  const question = useSameTransfer(known, { from, onSame })
  return (
    <View accessibilityRole="alert">
      <Notice tone="warn">
        <Text weight="semibold">{question.title}</Text>
        <Text size="sm" tone="muted">
          {t('settle.same.text')}
        </Text>
        <View className="mt-2 flex-row flex-wrap gap-2">
          <Button size="sm" busy={question.busy} onPress={question.same}>
            {t('settle.same.yes')}
          </Button>
          <Button size="sm" variant="secondary" busy={busy} onPress={onAnother}>
            {t('settle.same.no')}
          </Button>
        </View>
      </Notice>
    </View>
  )
}

const Form = ({
  transfer,
  isBack,
  onClose,
}: {
  transfer: Transfer
  isBack: boolean
  onClose: () => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { id: householdId, today, memberId } = useHousehold()
  const { from, fromName, toName, amount: most } = transfer
  const done = (): void => {
    endTrip()
    onClose()
  }
  const { draft, set, read, rate, errorAt, upi, told, ...form } = useSettlementForm(transfer, done)
  const isMine = from === memberId
  return (
    <SheetForm
      typed={draft}
      title={t('settle.title', { from: fromName, to: toName })}
      lead={t('settle.lead', { amount: format.money(most) })}
      label={isMine ? t('settle.saveMine') : t('settle.save')}
      busy={form.busy}
      error={form.rest}
      onClose={done}
      onSubmit={() => form.submit()}
      foot={
        told ? (
          <SameTransfer
            known={told}
            from={fromName}
            busy={form.busy}
            onSame={done}
            onAnother={() => form.submit(true)}
          />
        ) : undefined
      }
    >
      <AmountField
        label={t('pay.amount')}
        aside={<CurrencyChoice value={draft.currency} of={most.currency} onChange={form.inCurrency} />}
        currency={draft.currency}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        error={errorAt('amount')}
        hint={form.hint}
      />
      {form.isConverted ? (
        <Conversion
          draft={draft}
          read={read}
          known={rate}
          on={draft.settledOn}
          to={most.currency}
          errorAt={errorAt}
          set={set}
        />
      ) : null}
      {upi === null ? null : (
        <UpiWay
          upi={upi}
          to={toName}
          isBack={isBack}
          busy={form.busy}
          onLeave={() => {
            set({ method: 'upi' })
            beginTrip(householdId, transfer)
          }}
          onAnswer={(wentThrough) => {
            endTrip()
            if (wentThrough) form.submit()
          }}
        />
      )}
      <DateField
        label={t('settle.when')}
        value={draft.settledOn}
        today={today}
        max={today}
        error={errorAt('settledOn')}
        onChange={(settledOn) => set({ settledOn })}
      />
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
      <ReferenceFields
        reference={draft.reference}
        note={draft.note}
        error={errorAt('reference')}
        onChange={set}
      />
    </SheetForm>
  )
}

/** One transfer between two people, given outside and recorded here. */
export const SettleSheet = ({
  transfer,
  isBack,
  onClose,
}: {
  transfer: Transfer | null
  isBack: boolean
  onClose: () => void
}) =>
  transfer === null ? null : (
    <Form key={`${transfer.from} ${transfer.to}`} transfer={transfer} isBack={isBack} onClose={onClose} />
  )
