import { type ProblemError, useFormat } from '@streamline/client'
import { TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'

/** What is open between this person and the others once they have left, then their shares in what is not paid yet. */
const OpenBalance = ({
  balances,
  unpaid,
  say,
  fallback,
}: {
  balances: ProblemError['openBalances']
  unpaid: ProblemError['unpaidShares']
  say: (isOwed: boolean, amount: string) => string
  fallback: string
}) => {
  const format = useFormat()
  const { t } = useTranslation('households')
  const lines = [
    ...balances.map((amount) =>
      say(amount.amount > 0, format.money({ ...amount, amount: Math.abs(amount.amount) })),
    ),
    ...unpaid.map(({ subscriptionName: name, dueOn, amount }) =>
      t('unpaidShare', { name, date: format.date(dueOn), amount: format.money(amount) }),
    ),
  ]
  return (
    <div
      role="alert"
      className="flex gap-2.5 rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn"
    >
      <TriangleAlert size={18} className="mt-px shrink-0" aria-hidden />
      <div className="min-w-0 break-words">
        {(lines.length > 0 ? lines : [fallback]).map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </div>
  )
}

/** Asks before somebody goes; where something is owed, asks once more with the amounts. */
export const DepartureDialog = ({
  open,
  onOpenChange,
  title,
  text,
  submit,
  anyway,
  say,
  error,
  busy,
  onConfirm,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  text: string
  submit: string
  anyway: string
  say: (isOwed: boolean, amount: string) => string
  error: ProblemError | null
  busy: boolean
  onConfirm: (acceptOpenBalance: boolean) => void
}) => {
  const { t } = useTranslation('refusals')
  const isOpen = error?.code === 'open-balance'
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      confirmLabel={isOpen ? anyway : submit}
      danger
      busy={busy}
      onConfirm={() => onConfirm(isOpen)}
    >
      <div className="space-y-3">
        <p className="break-words">{text}</p>
        {isOpen ? (
          <OpenBalance
            balances={error.openBalances}
            unpaid={error.unpaidShares}
            say={say}
            fallback={t('open-balance')}
          />
        ) : (
          <FormError error={error} />
        )}
      </div>
    </ConfirmDialog>
  )
}
