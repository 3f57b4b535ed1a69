import { type Need, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { type NeedActions, type NeedGroup, useNeedText } from '@streamline/client/overview'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { ChevronDown, ChevronUp } from '../../design/icons.ts'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { NeedAction } from './need-action.tsx'

/** Each of several that are unpaid, paid by itself. */
const Parts = ({ needs, actions }: { needs: readonly Need[]; actions: NeedActions }) => {
  const textOf = useNeedText()
  return (
    <View className="mt-2 gap-1 rounded-control bg-sunken px-4 py-1.5">
      {needs.map((need) => (
        <View key={need.chargeId} className="flex-row items-center gap-3">
          <Text size="sm" weight="medium" tone={textOf(need).tone} className="min-w-0 flex-1">
            {textOf(need).text}
          </Text>
          {need.amount ? <Money value={need.amount} size="sm" /> : null}
          <NeedAction need={need} actions={actions} />
        </View>
      ))}
    </View>
  )
}

/** One thing to do, or all that is unpaid of a subscription; without `mayAct` it is only told. */
export const NeedRow = ({
  group: { first: need, needs, on, total },
  actions,
  mayAct,
}: {
  group: NeedGroup
  actions: NeedActions
  mayAct: boolean
}) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const router = useRouter()
  const { text, tone } = useNeedText()(need)
  const { several, isYou, nameOf } = usePeople()
  const [open, setOpen] = useState(false)
  const { name, memberId, subscriptionId } = need
  const isOne = needs.length === 1
  const concerns = several && memberId !== null && !isYou(memberId) ? nameOf(memberId) : null
  const since = t(need.need === 'overdue' ? 'needs.several' : 'needs.severalAhead', {
    count: needs.length,
    date: format.shortDate(on),
  })
  const about = [
    need.line,
    concerns ? t(need.action === 'pay' ? 'needs.payer' : 'needs.decider', { name: concerns }) : null,
  ].filter((part) => part !== null)
  const openIt = (): void => router.push({ pathname: '/subscriptions/[id]', params: { id: subscriptionId } })
  return (
    <View className="px-5 py-3.5">
      <View className="flex-row items-start gap-3">
        <BrandTile name={need.providerId ?? name} color={need.brandColor} look={need.look} />
        <View className="min-w-0 flex-1">
          <Pressable
            accessibilityRole="link"
            onPress={openIt}
            className="min-h-7 flex-row items-start justify-between gap-3 active:opacity-70"
          >
            <Text weight="semibold" numberOfLines={2} className="min-w-0 flex-1">
              {name}
            </Text>
            {total ? <Money value={total} /> : null}
          </Pressable>
          <View className="min-h-11 flex-row items-center justify-between gap-3">
            <View className="min-w-0 flex-1">
              <Text size="sm" weight="medium" tone={tone}>
                {isOne ? text : since}
              </Text>
              {about.length > 0 ? (
                <Text size="sm" tone="faint" numberOfLines={1}>
                  {about.join(' · ')}
                </Text>
              ) : null}
            </View>
            {mayAct && isOne ? <NeedAction need={need} actions={actions} /> : null}
            {mayAct && !isOne ? (
              <Button
                size="sm"
                variant="soft"
                icon={open ? ChevronUp : ChevronDown}
                aria-expanded={open}
                label={`${t(open ? 'needs.fold' : 'needs.each')}: ${name}`}
                onPress={() => setOpen(!open)}
              >
                {t(open ? 'needs.fold' : 'needs.each')}
              </Button>
            ) : null}
          </View>
        </View>
      </View>
      {mayAct && need.need === 'stopped' ? (
        <Button
          size="sm"
          variant="quiet"
          className="-mb-2 ml-10 self-start"
          busy={actions.isDropping(subscriptionId)}
          label={`${t('needs.drop')}: ${name}`}
          onPress={() => void actions.drop(need)}
        >
          {t('needs.drop')}
        </Button>
      ) : null}
      {open && !isOne ? <Parts needs={needs} actions={actions} /> : null}
    </View>
  )
}
