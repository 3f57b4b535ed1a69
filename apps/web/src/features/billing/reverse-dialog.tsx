import { type Payment, useFormat } from '@streamline/client'
import { useReversePayment } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { useShown } from '../../design/use-shown.ts'

export type Reversible = Pick<Payment, 'id' | 'amount' | 'paidOn'> & { name: string }

const Dialog = ({ payment, open, onClose }: { payment: Reversible; open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const [reason, setReason] = useState('')
  const reverse = useReversePayment()
  const { id, name } = payment
  const confirm = () =>
    reverse.mutate(
      { id, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) },
      {
        onSuccess: () => {
          onClose()
          showToast(t('reverse.done', { name }))
        },
      },
    )
  return (
    <ConfirmDialog
      danger
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('reverse.title', {
        amount: format.money({ ...payment.amount, amount: Math.abs(payment.amount.amount) }),
        name,
      })}
      confirmLabel={t('reverse.confirm')}
      busy={reverse.isPending}
      onConfirm={confirm}
    >
      <p>
        {t(payment.amount.amount < 0 ? 'reverse.refundText' : 'reverse.text', {
          date: format.shortDate(payment.paidOn),
        })}
      </p>
      <TextField
        className="mt-4"
        label={t('reverse.reason')}
        aside={t('reverse.optional')}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className="mt-4 empty:hidden">
        <FormError error={reverse.error} />
      </div>
    </ConfirmDialog>
  )
}

/** Takes a wrong payment back, after a question: it changes what people owe each other. */
export const ReverseDialog = ({ payment, onClose }: { payment: Reversible | null; onClose: () => void }) => {
  const shown = useShown(payment)
  return shown === null ? null : (
    <Dialog key={shown.id} payment={shown} open={payment !== null} onClose={onClose} />
  )
}
