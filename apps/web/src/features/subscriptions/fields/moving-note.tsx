import type { Moving } from '@streamline/client/lines'
import { useSubscription } from '@streamline/client/subscriptions'
import { ArrowRightLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** Said before saving: what the new subscription takes the place of. */
export const MovingNote = ({ replaces }: { replaces: NonNullable<Moving['replaces']> }) => {
  const { t } = useTranslation('lines')
  const { data } = useSubscription(replaces.subscriptionId)
  if (data === undefined) return null
  return (
    <div className="flex gap-3 rounded-control bg-brand-soft px-4 py-3 text-sm">
      <ArrowRightLeft size={18} className="mt-px shrink-0 text-brand" aria-hidden />
      <div className="min-w-0">
        <p className="font-semibold break-words">{t('moving', { name: data.name })}</p>
        <p className="text-muted">{t(`movingHow.${replaces.how}`)}</p>
      </div>
    </div>
  )
}
