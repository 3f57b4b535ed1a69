import { type Member, useHousehold } from '@streamline/client'
import { useMakeGuestLink, useRevokeGuestLink } from '@streamline/client/guests'
import { useMe } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { Link2, Link2Off } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { VerifyInPlace } from '../identity/verify-in-place.tsx'
import { linkTo, SharedLink } from './shared-link.tsx'

/** By it a person without an account sees their share. */
export const GuestLinkSection = ({ member: { id, name, hasGuestLink } }: { member: Member }) => {
  const { t } = useTranslation('people')
  const { name: household } = useHousehold()
  const me = useMe().data
  const make = useMakeGuestLink()
  const revoke = useRevokeGuestLink()
  const mayMake = me !== undefined && !me.demo && me.emailVerified
  if (make.data)
    return (
      <SharedLink
        link={linkTo('guest', make.data.token)}
        title={t('guestLink.made', { name })}
        lead={t('guestLink.once')}
        shareTitle={t('guestLink.share', { household })}
        done={t('guestLink.done')}
        onDone={() => make.reset()}
      />
    )
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('guestLink.title')}</h3>
      <p className="text-sm text-muted">{hasGuestLink ? t('guestLink.on') : t('guestLink.text', { name })}</p>
      {mayMake || me === undefined ? null : me.demo ? (
        <p className="text-sm font-medium text-warn">{t('inviting.demo')}</p>
      ) : (
        <VerifyInPlace why={t('inviting.verify')} />
      )}
      <FormError error={make.error ?? revoke.error} />
      <div className="flex flex-wrap gap-2 empty:hidden">
        {mayMake ? (
          <Button variant="secondary" icon={Link2} busy={make.isPending} onClick={() => make.mutate({ id })}>
            {hasGuestLink ? t('guestLink.renew') : t('guestLink.make')}
          </Button>
        ) : null}
        {hasGuestLink ? (
          <Button
            variant="danger"
            icon={Link2Off}
            busy={revoke.isPending}
            onClick={() => revoke.mutate({ id }, { onSuccess: () => showToast(t('guestLink.revoked')) })}
          >
            {t('guestLink.revoke')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}
