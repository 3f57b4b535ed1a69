import { type Overview, type Saving, useFormat } from '@streamline/client'
import { useSavingText } from '@streamline/client/overview'
import { useRouter } from 'expo-router'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { ChevronDown, ChevronUp, PiggyBank } from '../../design/icons.ts'
import { Heading, Text, type Tone } from '../../design/text.tsx'

const Line = ({ name, amount, tone = 'ink' }: { name: string; amount: string; tone?: Tone }) => (
  <View accessible className="flex-row items-baseline justify-between gap-4">
    <Text size="sm" tone={tone} className="min-w-0 flex-1">
      {name}
    </Text>
    <Text weight="semibold" tone={tone} style={{ fontVariant: ['tabular-nums', 'lining-nums'] }}>
      {amount}
    </Text>
  </View>
)

/** Both cash plans, and what lies between them. */
const Proof = ({
  of: { now, after, perYear },
  children,
}: {
  of: Pick<Saving, 'now' | 'after' | 'perYear'>
  /** What can be done about it. */
  children: ReactNode
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const exact = (value: Saving['now']): string => format.money(value, { exact: true })
  return (
    <>
      <Pressable
        accessibilityRole="button"
        aria-expanded={open}
        onPress={() => setOpen(!open)}
        className="min-h-11 flex-row items-center gap-1.5 self-start"
      >
        <Text weight="semibold" tone="positive">
          {t('saving.proof')}
        </Text>
        <Icon of={open ? ChevronUp : ChevronDown} size={18} tone="positive" />
      </Pressable>
      {open ? (
        <View className="gap-2">
          <Line name={t('saving.now')} amount={exact(now)} />
          <Line name={t('saving.after')} amount={exact(after)} />
          <View className="h-px bg-positive/30" />
          <Line name={t('saving.difference')} amount={exact(perYear)} tone="positive" />
          <Text size="sm" tone="muted">
            {t('saving.proofNote')}
          </Text>
          {children}
        </View>
      ) : null}
    </>
  )
}

/** The way to Savings. */
const ToSavings = ({ children }: { children: string }) => {
  const router = useRouter()
  return (
    <Button variant="quiet" size="sm" className="-ml-4 self-start" onPress={() => router.push('/savings')}>
      {children}
    </Button>
  )
}

const Found = ({ amount, children }: { amount: string; children: ReactNode }) => (
  <View className="gap-1.5 rounded-card bg-positive-soft p-5">
    <View className="flex-row items-start gap-3">
      <View className="mt-0.5">
        <Icon of={PiggyBank} size={24} tone="positive" />
      </View>
      <Heading tone="positive" className="min-w-0 flex-1 tracking-tight">
        {amount}
      </Heading>
    </View>
    {children}
  </View>
)

/** The cheapest set, where that saves more than any single change. */
const Cheapest = ({ cheapest }: { cheapest: NonNullable<Overview['cheapest']> }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <Found amount={t('saving.cheapest', { money: format.money(cheapest.perYear) })}>
      <Text>{t('saving.cheapestProven')}</Text>
      {cheapest.hasOldPrices ? (
        <Text size="sm" tone="warn">
          {t('saving.oldPrices')}
        </Text>
      ) : null}
      <Proof of={cheapest}>{null}</Proof>
      <ToSavings>{t('saving.seeHow')}</ToSavings>
    </Found>
  )
}

/** Fourth answer, second half: the one best saving, with its proof. */
export const SavingCard = ({ overview: { saving, cheapest } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const router = useRouter()
  const textOf = useSavingText()
  // An answer that an older app kept has neither.
  if (cheapest) return <Cheapest cheapest={cheapest} />
  if (!saving)
    return (
      <Card title={t('saving.title')}>
        <Text tone="muted">{t('saving.none')}</Text>
        <ToSavings>{t('saving.all')}</ToSavings>
      </Card>
    )
  return (
    <Found amount={t('saving.amount', { money: format.money(saving.perYear) })}>
      <Text>{textOf(saving)}</Text>
      <Proof of={saving}>
        <Button
          variant="secondary"
          size="sm"
          className="self-start"
          onPress={() =>
            router.push({ pathname: '/subscriptions/[id]', params: { id: saving.subscriptionId } })
          }
        >
          {t('saving.open', { name: saving.name })}
        </Button>
      </Proof>
      <ToSavings>{t('saving.all')}</ToSavings>
    </Found>
  )
}
