import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Skeleton, SkeletonRows } from '../../design/skeleton.tsx'

/** The shape of a card that is on its way. */
export const CardSkeleton = () => (
  <Card>
    <Skeleton className="h-9 w-32" />
    <Skeleton className="mt-5 h-28 w-full" />
  </Card>
)

/** The same of one that is a line with its buttons. */
export const LineSkeleton = () => <Skeleton className="h-30 rounded-card wide:h-19" />

/** The shape of Home while it is fetched. */
export const OverviewSkeleton = () => {
  const { t } = useTranslation()
  return (
    <div className="grid gap-4 wide:grid-cols-[minmax(0,7fr)_minmax(0,5fr)] wide:gap-6">
      <output className="sr-only">{t('loading')}</output>
      <div className="space-y-4 wide:space-y-6">
        <Card>
          <Skeleton className="mb-2 h-6 w-44" />
          <SkeletonRows rows={3} />
        </Card>
        <Card>
          <Skeleton className="h-9 w-36" />
          <Skeleton className="mt-5 h-20 w-full" />
        </Card>
      </div>
      <div className="space-y-4 wide:space-y-6">
        <Card>
          <Skeleton className="mb-2 h-6 w-32" />
          <Skeleton className="h-10 w-full" />
        </Card>
        <CardSkeleton />
      </div>
    </div>
  )
}
