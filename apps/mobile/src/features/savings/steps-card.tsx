import { useFormat } from '@streamline/client'
import { useStepText, type CheapestSet } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card } from '../../design/card.tsx'
import { Text } from '../../design/text.tsx'

/** What to do on which day, in order. */
export const StepsCard = ({ set: { steps } }: { set: CheapestSet }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const textOf = useStepText()
  return steps.length === 0 ? null : (
    <Card title={t('steps.title')}>
      {steps.map((step, at) => (
        <View
          key={`${step.on} ${step.kind} ${step.subscription?.id ?? ''} ${step.plan?.id ?? ''} ${step.service?.id ?? ''}`}
          accessible
          className="flex-row gap-3"
        >
          <View aria-hidden className="w-3 items-center">
            <View className="mt-1.5 size-3 rounded-full border-2 border-brand bg-surface" />
            {at < steps.length - 1 ? <View className="mt-1 w-0.5 flex-1 bg-line" /> : null}
          </View>
          <View className={at < steps.length - 1 ? 'min-w-0 flex-1 pb-4' : 'min-w-0 flex-1'}>
            <Text size="sm" weight="semibold" tone="muted">
              {format.date(step.on)}
            </Text>
            <Text weight="medium">{textOf(step)}</Text>
          </View>
        </View>
      ))}
    </Card>
  )
}
