import { useClaim } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ActButton } from '../../../design/act-button.tsx'
import { Button } from '../../../design/button.tsx'
import { Check } from '../../../design/icons.ts'

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
  const { t } = useTranslation('overview')
  const { claim, busy } = useClaim(subscriptionId, service)
  return (
    <View className="flex-row flex-wrap gap-2">
      <ActButton
        size="sm"
        variant="soft"
        icon={Check}
        busy={busy}
        label={`${t('claims.claimed')}: ${service.name}`}
        onPress={() => claim('claimed')}
      >
        {t('claims.claimed')}
      </ActButton>
      {isDismissed ? null : (
        <Button
          size="sm"
          variant="quiet"
          busy={busy}
          label={`${t('claims.dismissed')}: ${service.name}`}
          onPress={() => claim('dismissed')}
        >
          {t('claims.dismissed')}
        </Button>
      )}
    </View>
  )
}
