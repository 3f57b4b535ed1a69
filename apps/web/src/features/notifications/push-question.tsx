import { useMe } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { BellRing } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { readStored, writeStored } from '../../design/stored.ts'
import { isUnasked } from '../settings/browser-push.ts'
import { useBrowserPush } from '../settings/use-browser-push.ts'

const KEY = 'push-question'

/** Once, where somebody keeps a subscription: whether this device may tell them in time. The browser asks only who said yes. */
export const PushQuestion = () => {
  const { t } = useTranslation('subscriptions')
  const demo = useMe().data?.demo ?? true
  const push = useBrowserPush()
  const [isOpen, setOpen] = useState(() => isUnasked() && readStored(KEY) === null)
  if (!isOpen || demo || push.state === 'unsupported') return null
  const answer = (): void => {
    writeStored(KEY, 'answered')
    setOpen(false)
  }
  const yes = (): void =>
    push.switchOn(() => {
      answer()
      showToast(t('notify.done'))
    })
  return (
    <Card className="mb-5">
      <div className="flex flex-wrap items-start gap-4">
        <BellRing size={22} className="mt-0.5 shrink-0 text-brand" aria-hidden />
        <div className="min-w-0 flex-1 basis-60">
          <h2 className="font-semibold">{t('notify.title')}</h2>
          <p className="mt-0.5 text-sm text-muted">{t('notify.text')}</p>
          {push.state === 'denied' ? <p className="mt-2 text-sm">{t('notify.denied')}</p> : null}
          <FormError error={push.error} />
        </div>
        <div className="flex flex-wrap gap-2">
          {push.state === 'denied' ? null : (
            <Button busy={push.isBusy} onClick={yes}>
              {t('notify.yes')}
            </Button>
          )}
          <Button variant="quiet" onClick={answer}>
            {t('notify.no')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
