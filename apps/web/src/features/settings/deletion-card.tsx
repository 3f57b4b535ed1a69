import { type Security, useFormat } from '@streamline/client'
import { useDeleteAccount, useKeepAccount } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { useKeptFocus } from '../../design/use-kept-focus.ts'

export const DeletionCard = ({ security: { deletionOn } }: { security: Security }) => {
  const { t } = useTranslation('account')
  const format = useFormat()
  const ask = useDeleteAccount()
  const keep = useKeepAccount()
  const [asked, setAsked] = useState(false)
  const place = useKeptFocus<HTMLDivElement>(deletionOn)
  const go = (): void => {
    setAsked(false)
    ask.mutate()
  }
  return (
    <Card title={t('deletion.title')}>
      <div ref={place} tabIndex={-1} className="space-y-4">
        {ask.error?.code === 'illegal-transition' ? (
          <p role="alert" className="text-sm font-medium text-danger">
            {t('deletion.lastAdministrator')}
          </p>
        ) : (
          <FormError error={ask.error ?? keep.error} />
        )}
        {deletionOn === null ? (
          <>
            <p className="text-muted">{t('deletion.text')}</p>
            <Button variant="danger" busy={ask.isPending} onClick={() => setAsked(true)}>
              {t('deletion.ask')}
            </Button>
          </>
        ) : (
          <>
            <p className="font-semibold text-danger">
              {t('deletion.on', { date: format.longDate(deletionOn) })}
            </p>
            <Button
              busy={keep.isPending}
              onClick={() => keep.mutate(undefined, { onSuccess: () => showToast(t('deletion.kept')) })}
            >
              {t('deletion.keep')}
            </Button>
          </>
        )}
      </div>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('deletion.confirmTitle')}
        confirmLabel={t('deletion.ask')}
        danger
        onConfirm={go}
      >
        {t('deletion.confirmText')}
      </ConfirmDialog>
    </Card>
  )
}
