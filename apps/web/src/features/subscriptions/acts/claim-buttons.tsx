import { useClaim } from '@streamline/client/subscriptions'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'

/** It was claimed at the provider, or nobody wants it. */
export const ClaimButtons = ({
  subscriptionId,
  service,
  isDismissed = false,
}: {
  subscriptionId: string
  service: { readonly id: string; readonly name: string }
  isDismissed?: boolean
}) => {
  // Home shows it before the words of the later screens are there.
  const { t } = useTranslation('overview')
  const { claim, busy } = useClaim(subscriptionId, service)
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="sm"
        variant="soft"
        icon={Check}
        busy={busy}
        aria-label={`${t('claims.claimed')}: ${service.name}`}
        onClick={() => claim('claimed')}
      >
        {t('claims.claimed')}
      </Button>
      {isDismissed ? null : (
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          aria-label={`${t('claims.dismissed')}: ${service.name}`}
          onClick={() => claim('dismissed')}
        >
          {t('claims.dismissed')}
        </Button>
      )}
    </div>
  )
}
