import type { Spend } from '@streamline/client'
import { useSpendTable } from '@streamline/client/insights'
import { useTranslation } from 'react-i18next'
import { TableDownload } from '../../design/table-download.tsx'

/** The figures as they are grouped, for spreadsheets. */
export const SpendDownload = ({ by, today }: Pick<Spend, 'by' | 'today'>) => {
  const { t } = useTranslation('insights')
  const read = useSpendTable()
  return (
    <TableDownload name={`streamline-${by}-${today}.csv`} read={() => read({ by })}>
      {t('spend.download')}
    </TableDownload>
  )
}
