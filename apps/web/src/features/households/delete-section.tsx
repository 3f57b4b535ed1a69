import { useHousehold } from '@streamline/client'
import { useDeleteHousehold, useMembers } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useNavigate } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'

/** Only while nobody else with an account is in it. */
export const DeleteSection = () => {
  const { t } = useTranslation('households')
  const navigate = useNavigate()
  const { name } = useHousehold()
  const remove = useDeleteHousehold()
  const others = (useMembers().data ?? []).filter(({ hasAccount, isYou }) => hasAccount && !isYou)
  const [asked, setAsked] = useState(false)
  const go = (): void => {
    setAsked(false)
    // This screen is gone with the household, so nothing here hears a callback.
    void remove.mutateAsync().then(
      () => {
        showToast(t('removed', { name }))
        return navigate({ to: '/home' })
      },
      () => null,
    )
  }
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('remove')}</h3>
      <p className="text-sm text-muted">{t(others.length > 0 ? 'removeOthers' : 'removeText')}</p>
      <FormError error={remove.error} />
      {others.length > 0 ? null : (
        <Button variant="danger" icon={Trash2} busy={remove.isPending} onClick={() => setAsked(true)}>
          {t('remove')}
        </Button>
      )}
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('removeTitle', { name })}
        confirmLabel={t('remove')}
        danger
        onConfirm={go}
      >
        {t('removeSure')}
      </ConfirmDialog>
    </section>
  )
}
