import { type Spend, useProblemText } from '@streamline/client'
import { useSpendTable } from '@streamline/client/insights'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Share2 } from '../../design/icons.ts'
import { shareTable } from './share-table'

/** The figures as they are grouped, for spreadsheets: asked for when they are wanted. */
export const ShareSpend = ({ by, today }: Pick<Spend, 'by' | 'today'>) => {
  const { t } = useTranslation('phone')
  const read = useSpendTable()
  const problem = useProblemText()
  const [busy, setBusy] = useState(false)
  const share = async (): Promise<void> => {
    setBusy(true)
    try {
      await shareTable(await read({ by }), `streamline-${by}-${today}.csv`)
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
      icon={Share2}
      busy={busy}
      className="self-start"
      onPress={() => void share()}
    >
      {t('chart.share')}
    </Button>
  )
}
