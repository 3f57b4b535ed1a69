import { amountText, itemsOf, useFormat, useHousehold } from '@streamline/client'
import { useCharges } from '@streamline/client/billing'
import { useProviders } from '@streamline/client/catalogue'
import { chargesMeant, readSharedText, type SharedText } from '@streamline/client/shared-text'
import { useLocalSearchParams, useRouter } from 'expo-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Plus } from '../../design/icons.ts'
import { Page } from '../../design/page.tsx'
import { Text } from '../../design/text.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { PayCard } from './pay-card.tsx'

const Fact = ({ label, text }: { label: string; text: string | null }) =>
  text === null ? null : (
    <View className="flex-row justify-between gap-4">
      <Text tone="muted">{label}</Text>
      <Text weight="semibold" className="min-w-0 shrink">
        {text}
      </Text>
    </View>
  )

/** What could be read, to be compared with the text itself. */
const ReadCard = ({ read, text }: { read: SharedText; text: string }) => {
  const { t } = useTranslation('phone')
  const format = useFormat()
  const { amount, on, dueOn, provider, number, reference } = read
  const isNothing = amount === null && on === null && dueOn === null && provider === null && number === null
  return (
    <Card title={t('shared.read')} className="gap-2">
      {isNothing ? <Text>{t('shared.nothing')}</Text> : null}
      <Fact label={t('shared.provider')} text={provider?.name ?? null} />
      <Fact label={t('shared.amount')} text={amount === null ? null : format.money(amount)} />
      <Fact label={t('shared.on')} text={on === null ? null : format.date(on)} />
      <Fact label={t('shared.dueOn')} text={dueOn === null ? null : format.date(dueOn)} />
      <Fact label={t('shared.number')} text={number} />
      <Fact label={t('shared.reference')} text={reference} />
      <Text size="sm" tone="muted" className="mt-1">
        {text.slice(0, 500)}
      </Text>
    </Card>
  )
}

/** A text that another app shared: what it may be about, to be confirmed as a payment or added as something new. */
export const SharedScreen = () => {
  const { t } = useTranslation('phone')
  const router = useRouter()
  const { country, today } = useHousehold()
  const { text = '' } = useLocalSearchParams<{ text?: string }>()
  const providers = useProviders({ country, limit: 100 }).data
  const charges = itemsOf(useCharges({ state: 'open' }).data)
  const read = useMemo(
    () => readSharedText(text, { today, providers: providers ?? [] }),
    [text, today, providers],
  )
  const meant = chargesMeant(read, charges).slice(0, 3)
  const add = (): void => {
    const { provider, amount, number, on } = read
    router.push({
      pathname: '/add',
      params: {
        ...(provider === null ? { plan: 'own' } : { provider: provider.id }),
        ...(amount === null ? {} : { price: amountText(amount.amount, amount.currency) }),
        ...(number === null ? {} : { line: number }),
        ...(on === null ? {} : { startsOn: on }),
      },
    })
  }
  return (
    <Page head={<TopBar title={t('shared.title')} home="/home" />}>
      <ReadCard read={read} text={text} />
      {meant.map((charge) => (
        <PayCard key={charge.id} charge={charge} read={read} onDone={() => router.replace('/home')} />
      ))}
      {meant.length === 0 ? <Text tone="muted">{t('shared.noCharge')}</Text> : null}
      <Button variant="secondary" icon={Plus} onPress={add}>
        {t('shared.add')}
      </Button>
    </Page>
  )
}
