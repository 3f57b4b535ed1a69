import { type Payment, useFormat, useHousehold } from '@streamline/client'
import { mayReverse, type Reversible, usePaidText, draftOfDenial } from '@streamline/client/billing'
import { CircleHelp, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { IconButton } from '../../design/button.tsx'
import { useKeptDrafts } from '../../design/kept-drafts.ts'
import { DenyForm } from './deny-form.tsx'

/** Who paid a charge and when, what came back; what was taken back stays, struck through. */
export const ChargePayments = ({
  payments,
  name,
  onReverse,
}: {
  payments: readonly Payment[]
  name: string
  onReverse: (payment: Reversible) => void
}) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { sentence, details } = usePaidText()
  const viewer = useHousehold()
  const kept = useKeptDrafts()
  const [denied, setDenied] = useState(
    () => payments.find(({ id }) => kept.includes(draftOfDenial(id)))?.id ?? null,
  )
  // A reversal is told by what it struck through.
  const shown = payments.filter(({ entry }) => entry !== 'reversal')
  return (
    <ul className="empty:hidden">
      {shown.map((payment) => {
        const { id, amount, paidOn, assumed, reversedBy, note } = payment
        const about = details(payment)
        return (
          <li key={id} className="text-sm text-muted">
            <div className="flex min-h-8 items-center gap-1">
              <span className="min-w-0 flex-1">
                <span className={reversedBy ? 'line-through' : undefined}>{sentence(payment)}</span>{' '}
                {reversedBy ? <Badge>{t('paid.takenBack')}</Badge> : null}
                {assumed && !reversedBy ? <Badge>{t('paid.assumed')}</Badge> : null}
                {about === '' ? null : <span className="figures break-words text-faint">· {about}</span>}
                {note ? <span className="block break-words text-faint">{note}</span> : null}
              </span>
              {mayReverse(viewer, payment) && assumed ? (
                <IconButton
                  icon={CircleHelp}
                  label={t('deny.open', {
                    amount: format.money(amount),
                    date: format.shortDate(paidOn),
                  })}
                  aria-expanded={denied === id}
                  className="-my-2 -mr-2.5"
                  onClick={() => setDenied(denied === id ? null : id)}
                />
              ) : null}
              {mayReverse(viewer, payment) && !assumed ? (
                <IconButton
                  icon={Undo2}
                  label={t('entry.takeBack', {
                    amount: format.money({ ...amount, amount: Math.abs(amount.amount) }),
                    date: format.shortDate(paidOn),
                  })}
                  className="-my-2 -mr-2.5"
                  onClick={() => onReverse({ id, amount, paidOn, name })}
                />
              ) : null}
            </div>
            {denied === id ? <DenyForm debit={{ ...payment, name }} onDone={() => setDenied(null)} /> : null}
          </li>
        )
      })}
    </ul>
  )
}
