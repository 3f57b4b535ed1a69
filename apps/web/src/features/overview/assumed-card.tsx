import { type Overview, useProblemText } from '@streamline/client'
import { useConfirmDebits } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { Check, ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { Amounts } from '../../design/money.tsx'
import { AssumedRow } from './assumed-row.tsx'

type Assumed = NonNullable<Overview['assumed']>

/** Debits that booked themselves: one line. Whoever doubts looks at each. */
export const AssumedCard = ({ assumed, currency }: { assumed: Assumed; currency: string }) => {
  const { t } = useTranslation('overview')
  const problemText = useProblemText()
  const [open, setOpen] = useState(false)
  const confirm = useConfirmDebits()
  const { count, totals, debits } = assumed
  const say = (paymentIds?: readonly string[]) =>
    confirm.mutate(paymentIds === undefined ? {} : { paymentIds: [...paymentIds] }, {
      onSuccess: (answer) => showToast(t('assumed.done', { count: answer.paymentIds.length })),
      onError: (error) => showToast(problemText(error), { tone: 'danger' }),
    })
  return (
    <Card flush>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3 px-5 py-4 wide:px-6">
        <h2 className="min-w-0 font-semibold">
          {t('assumed.line', { count })}
          <span className="ml-2 inline-block">
            <Amounts values={totals} currency={currency} />
          </span>
        </h2>
        <div className="flex gap-2">
          <Button size="sm" variant="soft" icon={Check} busy={confirm.isPending} onClick={() => say()}>
            {t('assumed.fine')}
          </Button>
          <Button
            size="sm"
            variant="quiet"
            icon={ChevronDown}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {open ? t('assumed.hide') : t('assumed.check')}
          </Button>
        </div>
      </div>
      {open ? (
        <List className="border-t border-line/80">
          {debits.map((debit) => (
            <AssumedRow
              key={debit.paymentId}
              debit={debit}
              busy={confirm.isPending}
              onFine={() => say([debit.paymentId])}
            />
          ))}
        </List>
      ) : null}
      {open && count > debits.length ? (
        <p className="px-5 pb-4 text-sm text-muted wide:px-6">
          {t('assumed.more', { count: count - debits.length })}
        </p>
      ) : null}
    </Card>
  )
}
