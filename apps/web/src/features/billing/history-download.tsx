import { useProblemText } from '@streamline/client'
import { type HistoryFilters, useHistoryTable } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { saveTable } from '../../design/save-file.ts'

/** What is shown, as a table for spreadsheets. */
export const HistoryDownload = ({ filters, today }: { filters: HistoryFilters; today: string }) => {
  const { t } = useTranslation('history')
  const problem = useProblemText()
  const read = useHistoryTable()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveTable(await read(filters), `streamline-${today}.csv`)
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="secondary" size="sm" icon={Download} busy={busy} onClick={() => void download()}>
      {t('download')}
    </Button>
  )
}
