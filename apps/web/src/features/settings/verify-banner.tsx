import { loadAccountTexts } from '@streamline/client'
import { useSendVerification } from '@streamline/client/identity'
import { useInstallation } from '@streamline/client/settings'
import { showToast } from '@streamline/client/toasts'
import { MailWarning } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonAnchor } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { VerifyPlace } from './verify-place.tsx'

/** On top of every screen until the address is verified. Its texts come with it, not with the first screen. */
const VerifyBanner = ({ email }: { email: string }) => {
  const { t, i18n } = useTranslation('account')
  const [ready, setReady] = useState(() => i18n.hasResourceBundle(i18n.language, 'account'))
  const mailbox = useInstallation().data?.mailbox ?? false
  const send = useSendVerification()
  useEffect(() => {
    let here = true
    void loadAccountTexts(i18n).then(() => here && setReady(true))
    return () => {
      here = false
    }
  }, [i18n])
  if (!ready) return <VerifyPlace />
  return (
    <aside
      aria-label={t('contact.email')}
      className="bg-warn-soft py-0.5 pr-2 pl-4 text-sm wide:py-1.5 wide:pl-8"
    >
      <div className="flex items-center justify-between gap-x-2">
        <p
          className="flex min-w-0 items-center gap-2 font-medium text-warn"
          title={t('banner.text', { email })}
        >
          <MailWarning size={16} className="shrink-0" aria-hidden />
          <span className="min-w-0 truncate">{t('banner.text', { email })}</span>
        </p>
        <div className="flex shrink-0 items-center">
          {mailbox ? (
            <ButtonAnchor
              href="/dev/mailbox"
              variant="quiet"
              size="sm"
              className="px-2 underline underline-offset-4 max-[26rem]:hidden wide:px-4"
            >
              {t('banner.mailbox')}
            </ButtonAnchor>
          ) : null}
          <Button
            variant="quiet"
            size="sm"
            busy={send.isPending}
            onClick={() => send.mutate(undefined, { onSuccess: () => showToast(t('banner.sent')) })}
            className="px-2 underline underline-offset-4 wide:px-4"
          >
            {t('banner.resend')}
          </Button>
        </div>
      </div>
      {send.error ? (
        <div className="w-full pb-1.5">
          <FormError error={send.error} />
        </div>
      ) : null}
    </aside>
  )
}

export default VerifyBanner
