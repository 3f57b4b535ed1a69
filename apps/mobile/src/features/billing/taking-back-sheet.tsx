import { type Reversible, useSettlementUndone, useTakingBack } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../design/field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Text } from '../../design/text.tsx'

/** Takes a wrong payment back, after a question: it changes what people owe each other. */
export const TakingBackForm = ({
  payment,
  onBack,
  onClose,
  onDone,
}: {
  payment: Reversible
  onBack?: () => void
  onClose: () => void
  onDone: () => void
}) => {
  const { t } = useTranslation('billing')
  const form = useTakingBack(payment, onDone)
  return (
    <SheetForm
      title={form.title}
      label={t('reverse.confirm')}
      isDangerous
      busy={form.busy}
      error={form.error}
      onBack={onBack}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <Text>{form.text}</Text>
      <TextField
        label={t('reverse.reason')}
        aside={t('reverse.optional')}
        maxLength={500}
        value={form.reason}
        onChangeText={form.setReason}
      />
    </SheetForm>
  )
}

export const TakingBackSheet = ({ payment, onClose }: { payment: Reversible | null; onClose: () => void }) =>
  payment === null ? null : (
    <TakingBackForm key={payment.id} payment={payment} onClose={onClose} onDone={onClose} />
  )

const Undoing = ({ id, onClose }: { id: string; onClose: () => void }) => {
  const { t } = useTranslation('billing')
  const form = useSettlementUndone(id, onClose)
  return (
    <SheetForm
      title={t('settle.undoTitle')}
      label={t('settle.undo')}
      isDangerous
      busy={form.busy}
      error={form.error}
      onClose={onClose}
      onSubmit={form.submit}
    >
      <Text>{t('settle.undoText')}</Text>
      <TextField
        label={t('reverse.reason')}
        aside={t('reverse.optional')}
        maxLength={500}
        value={form.reason}
        onChangeText={form.setReason}
      />
    </SheetForm>
  )
}

/** A settlement that did not happen: the debt is there again, after a question. */
export const UndoSettlementSheet = ({
  settlementId,
  onClose,
}: {
  settlementId: string | null
  onClose: () => void
}) => (settlementId === null ? null : <Undoing key={settlementId} id={settlementId} onClose={onClose} />)
