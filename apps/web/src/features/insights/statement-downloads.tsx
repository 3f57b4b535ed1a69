import { type Spend, useFormat, useProblemText } from '@streamline/client'
import { useStatement } from '@streamline/client/insights'
import { showToast } from '@streamline/client/toasts'
import { addMonths, monthOf } from '@streamline/domain'
import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { saveFile } from '../../design/save-file.ts'

type Period = { month: string } | { year: string }

const PdfDownload = ({ period, name, children }: { period: Period; name: string; children: ReactNode }) => {
  const read = useStatement()
  const problem = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveFile([await read(period)], 'application/pdf', `streamline-${name}.pdf`)
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="secondary"
      size="sm"
      icon={Download}
      busy={busy}
      className="max-w-full text-left whitespace-normal!"
      onClick={() => void download()}
    >
      {children}
    </Button>
  )
}

/** The month that is over, and the year so far, on paper. */
export const StatementDownloads = ({ today }: Pick<Spend, 'today'>) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const month = monthOf(addMonths(today, -1))
  const year = today.slice(0, 4)
  return (
    <>
      <PdfDownload period={{ month }} name={month}>
        {t('spend.statement', { month: format.monthAndYear(month) })}
      </PdfDownload>
      <PdfDownload period={{ year }} name={year}>
        {t('spend.review', { year })}
      </PdfDownload>
    </>
  )
}
