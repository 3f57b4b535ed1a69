import { type Transfer, useFormat, useHousehold } from '@streamline/client'
import { useSettlementForm } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { TextField } from '../../design/field.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Conversion } from './conversion.tsx'
import { CurrencyChoice } from './currency-choice.tsx'
import { MethodChoice } from './method-choice.tsx'
import { ReferenceFields } from './reference-fields.tsx'
import { SameTransferQuestion } from './same-transfer-question.tsx'
import { UpiBox } from './upi-box.tsx'
import { useShown } from '../../design/use-shown.ts'

const Form = ({ transfer, onDone }: { transfer: Transfer; onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const { today, memberId } = useHousehold()
  const { from, fromName, toName, amount: most } = transfer
  const { draft, set, read, rate, errorAt, upi, told, ...form } = useSettlementForm(transfer, onDone)
  return (
    <SheetForm
      label={from === memberId ? t('settle.saveMine') : t('settle.save')}
      busy={form.busy}
      error={form.rest}
      kept={form.kept}
      onSubmit={() => form.submit()}
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
      {upi === null ? null : <UpiBox {...upi} to={toName} />}
      <TextField
        type="date"
        label={t('settle.when')}
        max={today}
        value={draft.settledOn}
        onChange={(event) => set({ settledOn: event.target.value })}
        error={errorAt('settledOn')}
      />
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
      <ReferenceFields reference={draft.reference} note={draft.note} errorAt={errorAt} onChange={set} />
      {told ? (
        <SameTransferQuestion
          known={told}
          from={fromName}
          busy={form.busy}
          onSame={onDone}
          onAnother={() => form.submit(true)}
        />
      ) : null}
    </SheetForm>
  )
}

/** One transfer between two people, given outside and recorded here. */
export const SettleSheet = ({ transfer, onClose }: { transfer: Transfer | null; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const shown = useShown(transfer)
  if (shown === null) return null
  const { fromName, toName, amount } = shown
  return (
    <Sheet
      open={transfer !== null}
      onClose={onClose}
      title={t('settle.title', { from: fromName, to: toName })}
      lead={t('settle.lead', { amount: format.money(amount) })}
    >
      <Form key={`${shown.from} ${shown.to}`} transfer={shown} onDone={onClose} />
    </Sheet>
  )
}
