import { useInstant } from '@streamline/client'
import { useDevices, useRemoveDevice } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { useBrowserPush } from './use-browser-push.ts'
import { KeptList, KeptRow } from './kept-list.tsx'
import { ThisDevice } from './this-device.tsx'

export const DevicesCard = () => {
  const { t } = useTranslation('account')
  const instant = useInstant()
  const list = useDevices()
  const remove = useRemoveDevice()
  const push = useBrowserPush()
  const isOn = push.state === 'on' && (list.data ?? []).some(({ id }) => id === push.deviceId)
  const takeAway = (id: string, name: string): void =>
    remove.mutate(
      { id },
      {
        onSuccess: () => {
          if (id === push.deviceId) void push.switchOff()
          showToast(t('devices.removed', { name }))
        },
      },
    )
  const here = (list.data ?? []).find(({ id }) => id === push.deviceId)
  return (
    <Card title={t('devices.title')} flush>
      <ThisDevice
        push={push}
        isOn={isOn}
        onSwitchOff={() => (here === undefined ? void push.switchOff() : takeAway(here.id, here.name))}
      />
      <KeptList list={list} empty={<span className="block pt-4">{t('devices.empty')}</span>}>
        {({ id, name, kind, registeredAt }) => (
          <KeptRow
            key={id}
            title={name}
            badge={<Badge>{t(`devices.${kind}`)}</Badge>}
            lines={[t('devices.since', { date: instant(registeredAt) })]}
            action={t('devices.remove')}
            actionLabel={t('devices.removeOf', { name })}
            busy={remove.isPending && remove.variables.id === id}
            onAction={() => takeAway(id, name)}
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
