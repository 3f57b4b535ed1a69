import { type AcceptedStep, useFormat, useHousehold } from '@streamline/client'
import { stepPlaceOf, useStepText } from '@streamline/client/savings'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Icon } from '../../design/icon.tsx'
import { PiggyBank } from '../../design/icons.ts'
import { Text } from '../../design/text.tsx'

/** An accepted step towards the cheapest set that waits for who looks. */
export const StepRow = ({ step }: { step: AcceptedStep }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const router = useRouter()
  const { today } = useHousehold()
  const text = useStepText()(step)
  const place = stepPlaceOf(step)
  const isLate = step.on < today
  const go = (): void => {
    if (place === null) router.push('/savings')
    else if (place.is === 'subscription')
      router.push({ pathname: '/subscriptions/[id]', params: { id: place.id } })
    else router.push({ pathname: '/add', params: { plan: place.plan, startsOn: place.starts } })
  }
  const verb = t(`steps.do.${step.kind}`)
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
        <Button size="sm" variant="soft" label={`${verb}: ${text}`} onPress={go}>
          {verb}
        </Button>
      </View>
    </View>
  )
}
