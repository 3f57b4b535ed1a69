import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'

export const MoneyScreen = () => {
  const { t } = useTranslation()
  return (
    <Page title={t('nav.money')}>
      <SkeletonRows />
    </Page>
  )
}
