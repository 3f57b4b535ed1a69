import { useHousehold } from '@streamline/client'
import { useLeaveHousehold, useMembers } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useNavigate } from '@tanstack/react-router'
import { DoorOpen } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { DepartureDialog } from './departure-dialog.tsx'

/** The only owner hands over first, or deletes the household. */
export const LeaveSection = () => {
  const { t } = useTranslation('households')
  const navigate = useNavigate()
  const { name, role } = useHousehold()
  const leave = useLeaveHousehold()
  const owners = (useMembers().data ?? []).filter((member) => member.role === 'owner')
  const [asked, setAsked] = useState(false)
  const isOnlyOwner = role === 'owner' && owners.length < 2
  const go = (acceptOpenBalance: boolean) =>
    // This screen is gone with the household, so nothing here hears a callback.
    leave.mutateAsync({ acceptOpenBalance }).then(
      () => {
        showToast(t('left', { name }))
        return navigate({ to: '/home' })
      },
      () => null,
    )
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('leave')}</h3>
      <p className="text-sm text-muted">{t(isOnlyOwner ? 'leaveOnlyOwner' : 'leaveText')}</p>
      {isOnlyOwner ? null : (
        <Button
          variant="secondary"
          icon={DoorOpen}
          onClick={() => {
            leave.reset()
            setAsked(true)
          }}
        >
          {t('leave')}
        </Button>
      )}
      <DepartureDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('leaveTitle', { name })}
        text={t('leaveText')}
        submit={t('leave')}
        anyway={t('leaveAnyway')}
        say={(isOwed, amount) => t(isOwed ? 'youAreOwed' : 'youOwe', { amount })}
        error={leave.error}
        busy={leave.isPending}
        onConfirm={(accepted) => void go(accepted)}
      />
    </section>
  )
}
