import type { InvitationPreview } from '@streamline/client'
import { useTranslation } from 'react-i18next'

/** What is agreed to by accepting. */
export const InvitationFacts = ({ invitation }: { invitation: InvitationPreview }) => {
  const { t, i18n } = useTranslation('visit')
  const people = useTranslation('people').t
  const words = useTranslation('words').t
  const format = new Intl.DateTimeFormat(`${i18n.language}-IN`, { dateStyle: 'long', timeStyle: 'short' })
  const { householdName, invitedByName, role, expiresAt, isForNamedPerson } = invitation
  const facts = [
    [t('invite.household'), householdName],
    [t('invite.by'), invitedByName],
    [t('invite.role'), words(`role.${role}`)],
    [t('invite.until'), format.format(new Date(expiresAt))],
  ] as const
  return (
    <div className="space-y-3">
      <dl className="space-y-2.5">
        {facts.map(([term, fact]) => (
          <div key={term} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-muted">{term}</dt>
            <dd className="min-w-0 font-semibold break-words">{fact}</dd>
          </div>
        ))}
      </dl>
      <p className="text-sm text-muted">{people(`roleHint.${role}`)}</p>
      {isForNamedPerson ? (
        <p className="rounded-control bg-brand-soft px-4 py-3 text-sm font-medium text-brand">
          {t('invite.named')}
        </p>
      ) : null}
    </div>
  )
}
