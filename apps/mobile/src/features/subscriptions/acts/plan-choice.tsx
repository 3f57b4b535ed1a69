import { type Plan, type Subscription, useFormat, useIntervalText } from '@streamline/client'
import { usePlanChoice } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { classes } from '../../../design/classes.ts'
import { TextField } from '../../../design/field.tsx'
import { Icon } from '../../../design/icon.tsx'
import { Search } from '../../../design/icons.ts'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'

const PlanRow = ({
  plan,
  everywhere,
  isChosen,
  onPress,
}: {
  plan: Plan
  everywhere: boolean
  isChosen: boolean
  onPress: () => void
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const interval = useIntervalText()
  const about = [
    everywhere ? plan.providerName : null,
    interval(plan.interval),
    plan.status === 'current' ? null : t('plan.seen', { date: format.asOf(plan.asOf, plan.asOfPrecision) }),
  ].filter((part) => part !== null)
  return (
    <Pressable
      accessibilityRole="radio"
      aria-checked={isChosen}
      onPress={onPress}
      className={classes(
        'min-h-13 flex-row items-center gap-3 rounded-control border px-4 py-2.5',
        isChosen ? 'border-brand bg-brand-soft' : 'border-strong/50 bg-surface active:bg-sunken',
      )}
    >
      <View className="min-w-0 flex-1">
        <Text weight="semibold">{plan.name}</Text>
        <Text size="sm" tone="muted">
          {about.join(' · ')}
        </Text>
      </View>
      <Money value={plan.debit} />
    </Pressable>
  )
}

/** Another plan of the same provider, or of any where that was wrong too, found by a word, a price or a length. */
export const PlanChoice = ({
  subscription,
  everywhere = false,
  value,
  error,
  onChange,
}: {
  subscription: Pick<Subscription, 'providerId' | 'providerName' | 'kind' | 'renewal' | 'plan' | 'price'>
  everywhere?: boolean
  value: Plan | null
  error: string | undefined
  onChange: (plan: Plan) => void
}) => {
  const { t } = useTranslation('acts')
  const [text, setText] = useState('')
  const { plans, isPending, isEmpty, hasMore } = usePlanChoice(subscription, { everywhere, text, value })
  return (
    <View className="gap-3">
      <TextField
        label={t('plan.find')}
        placeholder={t('plan.findHint')}
        before={<Icon of={Search} tone="faint" />}
        inputMode="search"
        autoCapitalize="none"
        autoCorrect={false}
        value={text}
        onChangeText={setText}
        error={error}
      />
      <View
        accessibilityRole="radiogroup"
        aria-busy={isPending}
        accessibilityLabel={
          everywhere ? t('plan.find') : t('plan.choose', { provider: subscription.providerName ?? '' })
        }
        className="gap-2"
      >
        {plans.map((plan) => (
          <PlanRow
            key={plan.id}
            plan={plan}
            everywhere={everywhere}
            isChosen={plan.id === value?.id}
            onPress={() => onChange(plan)}
          />
        ))}
      </View>
      {isPending || !(isEmpty || hasMore) ? null : (
        <Text size="sm" tone="muted">
          {t(isEmpty ? 'plan.none' : 'plan.more')}
        </Text>
      )}
    </View>
  )
}
