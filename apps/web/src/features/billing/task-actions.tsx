import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { SheetActions } from '../../design/sheet-actions.tsx'

/** Back to the charge without a change, or do it. */
export const TaskActions = ({
  label,
  busy,
  danger = false,
  onBack,
}: {
  label: string
  busy: boolean
  danger?: boolean
  onBack: () => void
}) => {
  const { t } = useTranslation('billing')
  return (
    <SheetActions>
      <Button variant="secondary" onClick={onBack} className="max-wide:grow">
        {t('charge.back')}
      </Button>
      <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} className="max-wide:grow">
        {label}
      </Button>
    </SheetActions>
  )
}
