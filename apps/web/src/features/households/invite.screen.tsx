import { useInvitationPreview } from '@streamline/client/households'
import { useRouter } from '@tanstack/react-router'
import { MailX } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../design/button.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { IdentityPage } from '../identity/identity-page.tsx'
import { InvitationAnswer } from './invitation-answer.tsx'
import { InvitationFacts } from './invitation-facts.tsx'
import { takeInvitation } from '../identity/kept-invitation.ts'

const Gone = ({ title, text }: { title: string; text: string }) => {
  const app = useTranslation('app').t
  return (
    <Empty
      icon={MailX}
      title={title}
      action={
        <ButtonLink to="/" variant="secondary">
          {app('notFound.home')}
        </ButtonLink>
      }
    >
      {text}
    </Empty>
  )
}

/** Where the link of an invitation leads: what it is to, and the way in. */
export const InviteScreen = () => {
  const { t } = useTranslation('visit')
  const router = useRouter()
  const [token] = useState(() => takeInvitation(location.hash))
  const { data, error, refetch } = useInvitationPreview(token)
  useEffect(() => {
    // It does not stay in the address, where history and a picture of the screen would keep it.
    if (location.hash !== '') router.history.replace(location.pathname)
  }, [router])

  const body = () => {
    if (token === null) return <Gone title={t('invite.missingTitle')} text={t('invite.missing')} />
    if (error?.code === 'link-expired')
      return <Gone title={t('invite.expiredTitle')} text={t('invite.expired')} />
    if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
    if (!data)
      return (
        <div className="space-y-3">
          <output className="sr-only">{t('loading')}</output>
          <Skeleton className="h-5 w-3/5" />
          <Skeleton className="h-5 w-2/5" />
          <Skeleton className="h-13 w-full" />
        </div>
      )
    return (
      <div className="space-y-6">
        <InvitationFacts invitation={data} />
        <InvitationAnswer token={token} />
      </div>
    )
  }

  return (
    <IdentityPage
      title={data ? t('invite.title') : t('invite.plainTitle')}
      lead={data ? t('invite.lead', { by: data.invitedByName, household: data.householdName }) : ''}
      other={null}
    >
      {body()}
    </IdentityPage>
  )
}
