import { useTranslation } from 'react-i18next'
import { Skeleton } from '../design/skeleton.tsx'

/** The shape of a screen while its code or its person is fetched. */
export const PendingScreen = () => {
  const { t } = useTranslation()
  return (
    <div className="mx-auto w-full max-w-4xl space-y-6 px-4 pt-8 wide:px-8">
      <output className="sr-only">{t('loading')}</output>
      <Skeleton className="h-9 w-52" />
      <Skeleton className="h-44 w-full rounded-card" />
      <Skeleton className="h-64 w-full rounded-card" />
    </div>
  )
}
