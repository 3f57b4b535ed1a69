import type { Member } from '@streamline/client'
import { useRemoveMember } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { DepartureDialog } from './departure-dialog.tsx'

export const RemoveSection = ({
  member: { id, name, hasAccount },
  onRemoved,
}: {
  member: Member
  onRemoved: () => void
}) => {
  const { t } = useTranslation('people')
  const remove = useRemoveMember()
  const [asked, setAsked] = useState(false)
  const go = (acceptOpenBalance: boolean) =>
    // The sheet of somebody who is gone is gone too, so nothing here hears a callback.
    remove.mutateAsync({ id, acceptOpenBalance }).then(
      () => {
        showToast(t('remove.done', { name }))
        onRemoved()
        return null
      },
      () => null,
    )
  return (
    <section className="border-t border-line pt-5">
      <Button
        variant="danger"
        icon={UserMinus}
        onClick={() => {
          remove.reset()
          setAsked(true)
        }}
      >
        {t('remove.button')}
      </Button>
      <DepartureDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('remove.title', { name })}
        text={hasAccount ? t('remove.text', { name }) : t('remove.textNoAccount')}
        submit={t('remove.submit')}
        anyway={t('remove.anyway')}
        say={(isOwed, amount) => t(isOwed ? 'remove.isOwed' : 'remove.owes', { name, amount })}
        error={remove.error}
        busy={remove.isPending}
        onConfirm={(accepted) => void go(accepted)}
      />
    </section>
  )
}
