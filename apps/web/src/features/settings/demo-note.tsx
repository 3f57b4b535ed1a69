import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'

/** A demo visitor has no password and nothing to lose. */
export const DemoNote = () => {
  const { t } = useTranslation('account')
  return (
    <Card>
      <Empty icon={ShieldCheck} title={t('demoTitle')}>
        {t('demo')}
      </Empty>
    </Card>
  )
}
