import { type Charge, useFormat, useHousehold } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { ActButton } from '../../design/act-button.tsx'
import { AvatarStack } from '../../design/avatar.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { IconButton } from '../../design/button.tsx'
import { CheckMark } from '../../design/check-box.tsx'
import { Ellipsis } from '../../design/icons.ts'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'

const Payer = ({ charge: { paidBy, shares } }: { charge: Charge }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { several, isYou, nameOf, shortNameOf } = usePeople()
  if (!several || paidBy === null) return <View className="flex-1" />
  const isShared = shares.length > 1 || shares.some(({ memberId }) => memberId !== paidBy)
  const yours = isShared ? shares.find(({ memberId }) => isYou(memberId)) : undefined
  const people = isShared ? shares.map(({ memberId }) => memberId) : [paidBy]
  return (
    <View className="min-w-44 flex-1 flex-row items-center gap-2">
      <AvatarStack people={people.map((id) => ({ id, name: nameOf(id) }))} />
      <View className="min-w-0 flex-1">
        <Text size="xs" weight="medium" tone="muted" numberOfLines={1}>
          {isYou(paidBy) ? t('due.youPay') : t('due.pays', { name: shortNameOf(paidBy) })}
        </Text>
        {yours === undefined ? null : (
          <Text size="xs" tone="faint">
            {t('share.yours', { amount: format.money(yours.amount) })}
          </Text>
        )}
      </View>
    </View>
  )
}

/** One charge that waits: which period, until when, who usually pays and who bears it. */
export const DueRow = ({
  charge,
  urgent,
  picked,
  onPick,
  busy,
  onPay,
  onDetails,
  onOpen,
}: {
  charge: Charge
  urgent: boolean
  /** Whether it is among several that are chosen; null while nobody chooses. */
  picked: boolean | null
  onPick: (isPicked: boolean) => void
  busy: boolean
  onPay: () => void
  /** To say more about the payment first. */
  onDetails: () => void
  /** Everything about the charge, and what may be done to it. */
  onOpen: () => void
}) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const format = useFormat()
  const router = useRouter()
  const { role } = useHousehold()
  const {
    subscriptionId,
    subscriptionName: name,
    providerId,
    brandColor,
    look,
    startsOn,
    endsOn,
    dueOn,
  } = charge
  const { outstanding, amount, state } = charge
  return (
    <View className="gap-1.5 px-5 py-3.5">
      <Pressable
        {...(picked === null
          ? { accessibilityRole: 'link' }
          : {
              accessibilityRole: 'checkbox',
              'aria-checked': picked,
              accessibilityLabel: t('several.pick', {
                name,
                period: format.period(startsOn, endsOn),
                amount: format.money(outstanding),
              }),
            })}
        onPress={() =>
          picked === null
            ? router.push({ pathname: '/subscriptions/[id]', params: { id: subscriptionId } })
            : onPick(!picked)
        }
        className="flex-row items-center gap-3 active:opacity-70"
      >
        {picked === null ? (
          <BrandTile name={providerId ?? name} color={brandColor} look={look} />
        ) : (
          <CheckMark value={picked} />
        )}
        <View className="min-w-0 flex-1">
          <Text weight="semibold" numberOfLines={2}>
            {name}
          </Text>
          <Text size="sm" tone="muted" numberOfLines={1}>
            {format.period(startsOn, endsOn)}
          </Text>
        </View>
        <View className="items-end">
          <Money value={outstanding} />
          {state === 'partlyPaid' ? (
            <Text size="xs" tone="muted">
              {t('due.ofAmount', { amount: format.money(amount) })}
            </Text>
          ) : null}
          <Text size="sm" tone="muted">
            {urgent ? format.relative(dueOn) : format.date(dueOn)}
          </Text>
        </View>
      </Pressable>
      {picked === null ? (
        <View className="flex-row flex-wrap items-center justify-end gap-1">
          <Payer charge={charge} />
          <View className="flex-row items-center gap-1">
            <IconButton
              icon={Ellipsis}
              label={t('due.details', { name, period: format.period(startsOn, endsOn) })}
              onPress={onOpen}
            />
            {role === 'viewer' ? null : (
              <ActButton
                variant={urgent ? 'soft' : 'quiet'}
                size="sm"
                busy={busy}
                label={`${t('verbs:markPaid')}: ${name}, ${format.money(outstanding)}`}
                onPress={onPay}
                onDetails={onDetails}
              >
                {t('verbs:markPaid')}
              </ActButton>
            )}
          </View>
        </View>
      ) : null}
    </View>
  )
}
