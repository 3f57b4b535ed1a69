import { type HistoryFilters, useHistoryTable } from '@streamline/client/billing'
import { useTranslation } from 'react-i18next'
import { TableDownload } from '../../design/table-download.tsx'

/** What is shown, as a table for spreadsheets. */
export const HistoryDownload = ({ filters, today }: { filters: HistoryFilters; today: string }) => {
  const { t } = useTranslation('history')
  const read = useHistoryTable()
  return (
    <TableDownload name={`streamline-${today}.csv`} read={() => read(filters)}>
      {t('download')}
    </TableDownload>
  )
}
