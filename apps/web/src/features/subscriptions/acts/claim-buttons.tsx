import { useProblemText } from '@streamline/client'
import { useActSubscription, useUndoToast } from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'

/** It was claimed at the provider, or nobody wants it. */
export const ClaimButtons = ({
  subscriptionId: id,
  service,
  isDismissed = false,
}: {
  subscriptionId: string
  service: { readonly id: string; readonly name: string }
  isDismissed?: boolean
}) => {
  // Home shows it before the words of the later screens are there.
  const { t } = useTranslation('overview')
  const problemText = useProblemText()
  const act = useActSubscription()
  const { say } = useUndoToast()
  const claim = (state: 'claimed' | 'dismissed') =>
    act.mutate(
      { id, act: { kind: 'claim', serviceId: service.id, state } },
      {
        onSuccess: (newest) => say(t(`claims.done.${state}`, { service: service.name }), newest),
        onError: (error) => showToast(problemText(error), { tone: 'danger' }),
      },
    )
  return (
    <div className="flex flex-wrap gap-2">
      <Button
        size="sm"
        variant="soft"
        icon={Check}
        busy={act.isPending}
        aria-label={`${t('claims.claimed')}: ${service.name}`}
        onClick={() => claim('claimed')}
      >
        {t('claims.claimed')}
      </Button>
      {isDismissed ? null : (
        <Button
          size="sm"
          variant="quiet"
          busy={act.isPending}
          aria-label={`${t('claims.dismissed')}: ${service.name}`}
          onClick={() => claim('dismissed')}
        >
          {t('claims.dismissed')}
        </Button>
      )}
    </div>
  )
}
