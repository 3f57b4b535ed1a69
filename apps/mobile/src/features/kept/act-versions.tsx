import { useFormat } from '@streamline/client'
import { useCharge } from '@streamline/client/billing'
import {
  changedThing,
  chargeVersion,
  enteredVersion,
  type ShownAct,
  subscriptionVersion,
  type Version,
} from '@streamline/client/outbox'
import { useSubscription } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Text } from '../../design/text.tsx'

const Line = ({ label, texts }: { label: string; texts: readonly (string | null)[] }) => (
  <View className="flex-row gap-3">
    <Text size="sm" weight="semibold" className="w-28">
      {label}
    </Text>
    <Text size="sm" tone="muted" className="min-w-0 flex-1">
      {texts.filter((text) => text !== null && text !== '').join(' · ')}
    </Text>
  </View>
)

const Entered = ({ version: { amount, on, note } }: { version: Version }) => {
  const { t } = useTranslation('device')
  const format = useFormat()
  return (
    <Line
      label={t('kept.versions.entered')}
      texts={[amount === null ? null : format.money(amount), on === null ? null : format.date(on), note]}
    />
  )
}

const NowLine = ({ texts }: { texts: readonly (string | null)[] }) => (
  <Line label={useTranslation('device').t('kept.versions.now')} texts={texts} />
)

const ChargeNow = ({ id }: { id: string }) => {
  const { t } = useTranslation('device')
  const format = useFormat()
  const { data, error } = useCharge(id)
  if (data === undefined) return error ? <NowLine texts={[t('kept.versions.gone')]} /> : null
  const { amount, on } = chargeVersion(data)
  if (amount === null || amount.amount <= 0) return <NowLine texts={[t('kept.versions.paid')]} />
  const date = on === null ? '' : format.date(on)
  return <NowLine texts={[t('kept.versions.left', { amount: format.money(amount), date })]} />
}

const SubscriptionNow = ({ id }: { id: string }) => {
  const { t } = useTranslation('device')
  const format = useFormat()
  const { data, error } = useSubscription(id)
  if (data === undefined) return error ? <NowLine texts={[t('kept.versions.gone')]} /> : null
  const { amount, on, note } = subscriptionVersion(data)
  const money = amount === null ? '' : format.money(amount)
  const when =
    on === null
      ? t('kept.versions.runs', { amount: money })
      : t('kept.versions.next', { amount: money, date: format.date(on) })
  return <NowLine texts={[when, note]} />
}

/** What somebody entered beside what is there now: neither is lost, and a person decides. */
export const ActVersions = ({ act }: { act: ShownAct }) => {
  const thing = changedThing(act)
  return (
    <View className="gap-1 rounded-control bg-sunken px-3 py-2.5">
      <Entered version={enteredVersion(act)} />
      {thing === null ? null : thing.of === 'charge' ? (
        <ChargeNow id={thing.id} />
      ) : (
        <SubscriptionNow id={thing.id} />
      )}
    </View>
  )
}
