import { showToast } from '@streamline/client/toasts'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import type { useBrowserPush } from './use-browser-push.ts'

/** The switch of the browser in which it stands. */
export const ThisDevice = ({
  push,
  isOn,
  onSwitchOff,
}: {
  push: ReturnType<typeof useBrowserPush>
  isOn: boolean
  onSwitchOff: () => void
}) => {
  const { t } = useTranslation('account')
  const { state, isBusy, error, switchOn } = push
  const isPossible = state === 'on' || state === 'off'
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-3 border-b border-line/80 px-5 pb-4 wide:px-6">
      <div className="min-w-0 flex-1 basis-56">
        <p className="flex flex-wrap items-center gap-2 font-semibold">
          {t('devices.here')}
          {isPossible ? (
            <Badge tone={isOn ? 'positive' : 'neutral'}>{t(isOn ? 'devices.on' : 'devices.off')}</Badge>
          ) : null}
        </p>
        <p className="text-sm text-muted">
          {state === 'denied' || state === 'unsupported' ? t(`devices.${state}`) : t('devices.hereText')}
        </p>
        <FormError error={error} />
      </div>
      {isPossible ? (
        <Button
          variant={isOn ? 'secondary' : 'primary'}
          busy={isBusy}
          onClick={isOn ? onSwitchOff : () => switchOn(() => showToast(t('devices.switchedOn')))}
        >
          {t(isOn ? 'devices.switchOff' : 'devices.switchOn')}
        </Button>
      ) : null}
    </div>
  )
}
