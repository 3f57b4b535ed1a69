import { useApi } from '@streamline/client'
import { meQuery, useMe, useSendVerification } from '@streamline/client/identity'
import { useInstallation } from '@streamline/client/settings'
import { showToast } from '@streamline/client/toasts'
import { useQueryClient } from '@tanstack/react-query'
import { MailCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonAnchor } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'

/** Whether the address was verified meanwhile, in another tab or on another device. */
const useAskAgain = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  const ask = () => queries.invalidateQueries({ queryKey: meQuery(client).queryKey })
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') void ask()
    }
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
    // Asking is the same with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])
  return ask
}

/** The way to verify the address, there where something waits for it; goes by itself once it is verified. */
export const VerifyInPlace = ({ why }: { why: string }) => {
  const { t } = useTranslation('account')
  const me = useMe()
  const mailbox = useInstallation().data?.mailbox ?? false
  const send = useSendVerification()
  const askAgain = useAskAgain()
  const [asked, setAsked] = useState(false)
  return (
    <div className="space-y-4">
      <div className="flex gap-3.5">
        <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-warn-soft text-warn">
          <MailCheck size={20} aria-hidden />
        </span>
        <div className="min-w-0 space-y-1">
          <p className="font-semibold">{why}</p>
          <p className="text-sm break-words text-muted">
            {t('verifyHere.text', { email: me.data?.email ?? '' })}
          </p>
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        {mailbox ? (
          <ButtonAnchor href="/dev/mailbox" target="_blank" rel="noreferrer" size="sm">
            {t('banner.mailbox')}
          </ButtonAnchor>
        ) : null}
        <Button
          variant="secondary"
          size="sm"
          busy={me.isFetching}
          onClick={() => void askAgain().then(() => setAsked(true))}
        >
          {t('verifyHere.done')}
        </Button>
        <Button
          variant="quiet"
          size="sm"
          busy={send.isPending}
          onClick={() => send.mutate(undefined, { onSuccess: () => showToast(t('banner.sent')) })}
        >
          {t('banner.resend')}
        </Button>
      </div>
      <output className="block text-sm font-medium text-warn empty:hidden">
        {asked && !me.isFetching ? t('verifyHere.notYet') : null}
      </output>
      <FormError error={send.error} />
    </div>
  )
}
