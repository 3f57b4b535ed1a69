import { useSessionState } from '@streamline/client'
import { useAcceptInvitation } from '@streamline/client/households'
import { useMe } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useNavigate } from '@tanstack/react-router'
import { DoorOpen } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { chooseHousehold } from './current-household.ts'
import { useLeave } from '../identity/sign-out.ts'
import { Button, ButtonLink } from '../../design/button.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { forgetInvitation } from '../identity/kept-invitation.ts'

/** Who is nobody yet becomes somebody first, and comes back here. */
const ForStrangers = () => {
  const { t } = useTranslation('visit')
  return (
    <div className="space-y-3">
      <ButtonLink to="/register" search={{ next: '/invite' }} size="lg" wide>
        {t('invite.register')}
      </ButtonLink>
      <ButtonLink to="/sign-in" search={{ next: '/invite' }} variant="secondary" size="lg" wide>
        {t('invite.signIn')}
      </ButtonLink>
    </div>
  )
}

const ForMembers = ({ token }: { token: string }) => {
  const { t } = useTranslation('visit')
  const navigate = useNavigate()
  const { data: me, error, refetch } = useMe()
  const accept = useAcceptInvitation()
  const { leave, busy } = useLeave()
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!me) return <Skeleton className="h-13 w-full" />
  const join = () =>
    accept.mutate(
      { token },
      {
        onSuccess: ({ id, name }) => {
          forgetInvitation()
          chooseHousehold(id)
          showToast(t('invite.joined', { household: name }))
          void navigate({ to: '/home' })
        },
      },
    )
  const isIn = accept.error?.code === 'already-member'
  return (
    <div className="space-y-3">
      <p className="text-sm text-muted">{t('invite.as', { name: me.demo ? me.name : me.email })}</p>
      {isIn ? <p role="alert">{t('invite.already')}</p> : <FormError error={accept.error} />}
      {me.demo ? <p className="font-medium text-warn">{t('invite.demo')}</p> : null}
      {isIn ? (
        <ButtonLink to="/home" size="lg" wide onClick={forgetInvitation}>
          {t('invite.goHome')}
        </ButtonLink>
      ) : me.demo ? null : (
        <Button icon={DoorOpen} size="lg" wide busy={accept.isPending} onClick={join}>
          {t('invite.accept')}
        </Button>
      )}
      <Button variant="quiet" wide busy={busy} onClick={() => leave('/invite')}>
        {t('invite.otherAccount')}
      </Button>
    </div>
  )
}

/** The answer to an invitation, for who is signed in and for who is not. */
export const InvitationAnswer = ({ token }: { token: string }) =>
  useSessionState() === 'signedIn' ? <ForMembers token={token} /> : <ForStrangers />
