import { useChargeWaiver } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import type { ChargeTaskProps } from './charge-detail.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

/** Nobody pays what is left, or it is owed again. */
export const WaiveForm = ({ charge, onDone }: ChargeTaskProps) => {
  const { t } = useTranslation('billing')
  const form = useChargeWaiver(charge, onDone)
  return (
    <SheetForm
      label={form.label}
      busy={form.busy}
      error={form.error}
      kept={form.kept}
      back={{ label: t('charge.back'), onBack: onDone }}
      onSubmit={form.submit}
    >
      <p className="text-muted">{form.text}</p>
      <TextField
        ref={focusFirst}
        label={t('reverse.reason')}
        aside={t('reverse.optional')}
        maxLength={500}
        value={form.reason}
        onChange={(event) => form.setReason(event.target.value)}
        error={form.reasonError}
      />
    </SheetForm>
  )
}
