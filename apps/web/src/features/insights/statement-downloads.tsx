import { type Spend, useFormat } from '@streamline/client'
import { useStatement } from '@streamline/client/insights'
import { addMonths, monthOf } from '@streamline/domain'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FileDownload } from '../../design/file-download.tsx'
import { saveFile } from '../../design/save-file.ts'

type Period = { month: string } | { year: string }

const PdfDownload = ({ period, name, children }: { period: Period; name: string; children: ReactNode }) => {
  const read = useStatement()
  const save = async () => saveFile([await read(period)], 'application/pdf', `streamline-${name}.pdf`)
  return <FileDownload save={save}>{children}</FileDownload>
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
