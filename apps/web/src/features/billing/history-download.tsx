import { useProblemText } from '@streamline/client'
import { type HistoryFilters, useHistoryTable } from '@streamline/client/billing'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { showToast } from '../../design/toast-store.ts'

/** Without it a spreadsheet reads ₹ and Devanagari as Latin letters. */
const byteOrderMark = '\uFEFF'

const save = (text: string, name: string): void => {
  const address = URL.createObjectURL(new Blob([byteOrderMark, text], { type: 'text/csv;charset=utf-8' }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** What is shown, as a table for spreadsheets. */
export const HistoryDownload = ({ filters, today }: { filters: HistoryFilters; today: string }) => {
  const { t } = useTranslation('history')
  const problem = useProblemText()
  const read = useHistoryTable()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      save(await read(filters), `streamline-${today}.csv`)
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
