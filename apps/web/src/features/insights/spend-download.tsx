import { type Spend, useProblemText } from '@streamline/client'
import { useSpendTable } from '@streamline/client/insights'
import { showToast } from '@streamline/client/toasts'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { saveTable } from '../../design/save-file.ts'

/** The figures as they are grouped, for spreadsheets. */
export const SpendDownload = ({ by, today }: Pick<Spend, 'by' | 'today'>) => {
  const { t } = useTranslation('insights')
  const problem = useProblemText()
  const read = useSpendTable()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveTable(await read({ by }), `streamline-${by}-${today}.csv`)
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="secondary" size="sm" icon={Download} busy={busy} onClick={() => void download()}>
      {t('spend.download')}
    </Button>
  )
}
