import { useInstant } from '@streamline/client'
import { useDevices, useRemoveDevice } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { showToast } from '../../design/toast-store.ts'
import { KeptList, KeptRow } from './kept-list.tsx'

export const DevicesCard = () => {
  const { t } = useTranslation('account')
  const instant = useInstant()
  const list = useDevices()
  const remove = useRemoveDevice()
  return (
    <Card title={t('devices.title')} flush>
      <KeptList list={list} empty={t('devices.empty')}>
        {({ id, name, kind, registeredAt }) => (
          <KeptRow
            key={id}
            title={name}
            badge={<Badge>{t(`devices.${kind}`)}</Badge>}
            lines={[t('devices.since', { date: instant(registeredAt) })]}
            action={t('devices.remove')}
            actionLabel={t('devices.removeOf', { name })}
            busy={remove.isPending && remove.variables.id === id}
            onAction={() =>
              remove.mutate({ id }, { onSuccess: () => showToast(t('devices.removed', { name })) })
            }
          />
        )}
      </KeptList>
      {remove.error ? (
        <div className="px-5 pb-4 wide:px-6">
          <FormError error={remove.error} />
        </div>
      ) : null}
    </Card>
  )
}
