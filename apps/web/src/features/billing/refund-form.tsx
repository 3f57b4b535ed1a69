import { useHousehold } from '@streamline/client'
import { useChargeRefund } from '@streamline/client/billing'
import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import type { ChargeTaskProps } from './charge-detail.tsx'
import { MethodChoice } from './method-choice.tsx'
import { PayerField } from './payer-field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

/** The provider gave money back: to whom, when, and what the charge becomes by it. */
export const RefundForm = ({
  charge,
  credit,
  onDone,
}: ChargeTaskProps & {
  /** What of it the provider owes back, where only that is asked about. */
  credit?: Money | undefined
}) => {
  const { t } = useTranslation('billing')
  const { today } = useHousehold()
  const { draft, set, errorAt, ...form } = useChargeRefund(charge, credit, onDone)
  return (
    <SheetForm
      label={t('refund.save')}
      busy={form.busy}
      error={form.rest}
      kept={form.kept}
      {...(credit === undefined ? { back: { label: t('charge.back'), onBack: onDone } } : {})}
      onSubmit={form.submit}
    >
      <AmountField
        ref={focusFirst}
        label={t('refund.amount')}
        currency={form.currency}
        value={draft.amount}
        onChange={(amount) => set({ amount })}
        error={errorAt('amount')}
        hint={form.hint}
      />
      <div className="grid gap-5 min-[30rem]:grid-cols-2">
        {form.asksWho ? (
          <PayerField
            label={t('refund.who')}
            value={draft.receivedBy}
            onChange={(receivedBy) => set({ receivedBy })}
            error={errorAt('receivedBy')}
          />
        ) : null}
        <TextField
          type="date"
          label={t('refund.when')}
          max={today}
          value={draft.refundedOn}
          onChange={(event) => set({ refundedOn: event.target.value })}
          error={errorAt('refundedOn')}
        />
      </div>
      <MethodChoice value={draft.method} onChange={(method) => set({ method })} />
    </SheetForm>
  )
}
