import { useSettlementUndone } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { useShown } from '../../design/use-shown.ts'

const Dialog = ({ id, open, onClose }: { id: string; open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const form = useSettlementUndone(id, onClose)
  return (
    <ConfirmDialog
      danger
      open={open}
      onOpenChange={(next) => (next ? undefined : onClose())}
      title={t('settle.undoTitle')}
      confirmLabel={t('settle.undo')}
      busy={form.busy}
      onConfirm={form.submit}
    >
      <p>{t('settle.undoText')}</p>
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

/** A settlement that did not happen: the debt is there again, after a question. */
export const UndoSettlementDialog = ({
  settlementId,
  onClose,
}: {
  settlementId: string | null
  onClose: () => void
}) => {
  const shown = useShown(settlementId)
  return shown === null ? null : (
    <Dialog key={shown} id={shown} open={settlementId !== null} onClose={onClose} />
  )
}
