import { useInvitationPreview } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { keptInvitation } from './kept-invitation.ts'

/** What the registration says and sends for who comes from an invitation; null for everybody else. */
export const useRegisterInvitation = (next: string | undefined) => {
  const { t } = useTranslation('visit')
  const token = next === '/invite' ? keptInvitation() : null
  const household = useInvitationPreview(token).data?.householdName
  if (token === null) return null
  return {
    token,
    title: t('invite.registerTitle'),
    lead: household === undefined ? '' : t('invite.registerLead', { household }),
    submit: t('invite.registerSubmit'),
    without: t('invite.without'),
  }
}
