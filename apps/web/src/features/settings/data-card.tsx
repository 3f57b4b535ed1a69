import { useExportData } from '@streamline/client/identity'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'

const save = (data: object): void => {
  const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = 'streamline-my-data.json'
  link.click()
  // The browser reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export const DataCard = () => {
  const { t } = useTranslation('account')
  const download = useExportData()
  return (
    <Card title={t('data.title')}>
      <div className="space-y-4">
        <p className="text-muted">{t('data.text')}</p>
        <FormError error={download.error} />
        <Button
          variant="secondary"
          icon={Download}
          busy={download.isPending}
          onClick={() => download.mutate(undefined, { onSuccess: save })}
        >
          {t('data.export')}
        </Button>
      </div>
    </Card>
  )
}
