import { useTakingBack, type Reversible } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { useShown } from '../../design/use-shown.ts'

const Dialog = ({ payment, open, onClose }: { payment: Reversible; open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const form = useTakingBack(payment, onClose)
  return (
    <ConfirmDialog
      danger
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={form.title}
      confirmLabel={t('reverse.confirm')}
      busy={form.busy}
      onConfirm={form.submit}
    >
      <p>{form.text}</p>
      <TextField
        className="mt-4"
        label={t('reverse.reason')}
        aside={t('reverse.optional')}
        maxLength={500}
        value={form.reason}
        onChange={(event) => form.setReason(event.target.value)}
        error={form.reasonError}
      />
      <div className="mt-4 empty:hidden">
        <FormError error={form.error} />
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
