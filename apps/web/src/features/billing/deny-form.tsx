import { useDebitDenial, type Deniable } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { AmountField } from '../../design/amount-field.tsx'
import { Button } from '../../design/button.tsx'
import { ChoiceChips } from '../../design/choice-chips.tsx'
import { FormError } from '../../design/error-state.tsx'
import { RestoredNote } from '../../design/restored-note.tsx'
import { PayerField } from './payer-field.tsx'

/** What became of a debit that was taken as paid: in place, below the row it is about. What is typed waits in the tab. */
export const DenyForm = ({ debit, onDone }: { debit: Deniable; onDone: () => void }) => {
  const { t } = useTranslation('billing')
  const form = useDebitDenial(debit, onDone)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        form.submit()
      }}
      noValidate
      className="space-y-4 rounded-control bg-sunken p-4 text-ink"
    >
      {form.kept.isRestored ? <RestoredNote onStartOver={form.kept.startOver} /> : null}
      <ChoiceChips
        label={t('deny.title')}
        value={form.because}
        options={form.options}
        onChange={form.setBecause}
      />
      {form.because === 'failed' ? <p className="text-sm text-muted">{t('deny.failedHint')}</p> : null}
      {form.because === 'otherAmount' ? (
        <AmountField
          label={t('deny.amount')}
          currency={form.currency}
          value={form.amount}
          onChange={form.setAmount}
          error={form.amountError}
        />
      ) : null}
      {form.because === 'somebodyElse' ? (
        <PayerField
          label={t('deny.who')}
          value={form.paidBy}
          onChange={form.setPaidBy}
          error={form.paidByError}
        />
      ) : null}
      <FormError error={form.rest} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" busy={form.busy}>
          {t('deny.save')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onDone}>
          {t('deny.cancel')}
        </Button>
      </div>
    </form>
  )
}
