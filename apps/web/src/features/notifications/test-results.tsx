import type { Delivery } from '@streamline/client'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FormError } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { DeliveryRow } from './delivery-row.tsx'

/** Buttons that send something now, and beneath them what the other side answered. */
export const TestResults = ({
  lead,
  buttons,
  error,
  deliveries,
}: {
  lead?: string
  buttons: ReactNode
  error: Error | null
  deliveries: readonly Delivery[] | undefined
}) => {
  const { t } = useTranslation('notifications')
  return (
    <>
      <div className="space-y-3 px-5 pb-4 wide:px-6">
        {lead === undefined ? null : <p className="text-muted">{lead}</p>}
        <div className="flex flex-wrap gap-2">{buttons}</div>
        <FormError error={error} />
        {deliveries?.length === 0 ? <p className="text-muted">{t('test.nowhere')}</p> : null}
      </div>
      <div aria-live="polite">
        {deliveries === undefined || deliveries.length === 0 ? null : (
          <List>
            {deliveries.map((delivery) => (
              <DeliveryRow key={delivery.id} delivery={delivery} />
            ))}
          </List>
        )}
      </div>
    </>
  )
}
