import { itemsOf } from '@streamline/client'
import { useDeliveries } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { WaitingCard } from '../../design/waiting-card.tsx'
import { DeliveryRow } from './delivery-row.tsx'

/** What was sent, where and when, and whether it arrived. */
export const DeliveriesCard = () => {
  const { t } = useTranslation('notifications')
  const list = useDeliveries()
  const items = itemsOf(list.data)
  if (list.data === undefined)
    return (
      <WaitingCard label={t('loading')} rows={3} error={list.error} onRetry={() => void list.refetch()} />
    )
  return (
    <Card title={t('sent.title')} flush>
      {items.length === 0 ? (
        <p className="px-5 pb-5 text-muted wide:px-6">{t('sent.empty')}</p>
      ) : (
        <List>
          {items.map((delivery) => (
            <DeliveryRow key={delivery.id} delivery={delivery} />
          ))}
        </List>
      )}
      <MoreButton list={list} centered="below" />
    </Card>
  )
}
