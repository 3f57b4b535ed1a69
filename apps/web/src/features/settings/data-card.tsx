import { useExportData } from '@streamline/client/identity'
import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { saveFile } from '../../design/save-file.ts'

const save = (data: object): void =>
  saveFile([JSON.stringify(data, null, 2)], 'application/json', 'streamline-my-data.json')

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
