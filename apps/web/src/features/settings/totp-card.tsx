import type { Security } from '@streamline/client'
import { useRemoveTotp, useRenewRecoveryCodes, useStartTotp } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { useKeptFocus } from '../../design/use-kept-focus.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { TotpSetup } from './totp-setup.tsx'

type Question = 'remove' | 'renew'

export const TotpCard = ({ security }: { security: Security }) => {
  const { t } = useTranslation('account')
  const start = useStartTotp()
  const remove = useRemoveTotp()
  const renew = useRenewRecoveryCodes()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)

  const place = useKeptFocus<HTMLDivElement>(codes ?? start.data ?? security.totp)

  // The dialog closes first: a question for the password must not stand on top of it.
  const go = (): void => {
    setQuestion(null)
    if (question === 'remove') remove.mutate(undefined, { onSuccess: () => showToast(t('totp.removed')) })
    else renew.mutate(undefined, { onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes) })
  }

  const body = () => {
    if (codes) return <RecoveryCodes codes={codes} onDone={() => setCodes(null)} />
    // Before what the service says of itself: the setup must be there when the codes arrive, which are shown once.
    if (start.data)
      return (
        <TotpSetup
          {...start.data}
          onCancel={() => start.reset()}
          onDone={(recoveryCodes) => {
            setCodes(recoveryCodes)
            start.reset()
          }}
        />
      )
    if (security.totp)
      return (
        <>
          <p className="text-muted">{t('totp.left', { count: security.recoveryCodesLeft })}</p>
          <div className="flex flex-wrap gap-2">
            <Button variant="secondary" busy={renew.isPending} onClick={() => setQuestion('renew')}>
              {t('totp.renew')}
            </Button>
            <Button variant="danger" busy={remove.isPending} onClick={() => setQuestion('remove')}>
              {t('totp.remove')}
            </Button>
          </div>
        </>
      )
    return (
      <>
        <p className="text-muted">{t('totp.lead')}</p>
        <Button variant="secondary" busy={start.isPending} onClick={() => start.mutate()}>
          {t('totp.start')}
        </Button>
      </>
    )
  }

  return (
    <Card
      title={t('totp.title')}
      aside={
        <Badge tone={security.totp ? 'positive' : 'neutral'}>
          {t(security.totp ? 'totp.on' : 'totp.off')}
        </Badge>
      }
    >
      <div ref={place} tabIndex={-1} className="space-y-4">
        {body()}
        <FormError error={start.error ?? remove.error ?? renew.error} />
      </div>
      <ConfirmDialog
        open={question !== null}
        onOpenChange={(open) => (open ? undefined : setQuestion(null))}
        title={t(question === 'renew' ? 'totp.renewTitle' : 'totp.removeTitle')}
        confirmLabel={t(question === 'renew' ? 'totp.renew' : 'totp.remove')}
        danger={question !== 'renew'}
        onConfirm={go}
      >
        {t(question === 'renew' ? 'totp.renewText' : 'totp.removeText')}
      </ConfirmDialog>
    </Card>
  )
}
