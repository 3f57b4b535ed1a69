import { type AcceptedStep, useFormat, useHousehold } from '@streamline/client'
import { useStepText } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Icon } from '../../design/icon.tsx'
import { PiggyBank } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'
import { StepWay } from '../savings/step-way.tsx'

/** An accepted step towards the cheapest set that waits for who looks. */
export const StepRow = ({ step }: { step: AcceptedStep }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { today } = useHousehold()
  const text = useStepText()(step)
  const isLate = step.on < today
  return (
    <View className="gap-2 px-5 py-3.5">
      <View className="flex-row items-start gap-3">
        <View aria-hidden className="size-11 items-center justify-center rounded-tile bg-positive-soft">
          <Icon of={PiggyBank} size={22} tone="positive" />
        </View>
        <View className="min-w-0 flex-1">
          <Text weight="semibold">{text}</Text>
          <Text size="sm" tone={isLate ? 'warn' : 'muted'}>
            {t(isLate ? 'steps.late' : 'steps.on', { date: format.shortDate(step.on) })}
          </Text>
        </View>
      </View>
      <View className="flex-row justify-end">
        <StepWay step={step} named={text} />
      </View>
    </View>
  )
}
