import { useRestore } from '@streamline/client/subscriptions'
import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'

/** Stands above what was added by mistake, with the way back. */
export const RemovedNote = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('acts')
  const format = useFormat()
  const { restore, isRestoring } = useRestore()
  const { id, removedOn, actions } = subscription
  if (removedOn === null) return null
  return (
    <Card tone="sunken" className="mb-5">
      <p>{t('withdraw.removed', { date: format.shortDate(removedOn) })}</p>
      {actions.includes('undo') ? (
        <Button icon={Undo2} className="mt-3" busy={isRestoring(id)} onClick={() => restore(subscription)}>
          {t('withdraw.restore')}
        </Button>
      ) : null}
    </Card>
  )
}
