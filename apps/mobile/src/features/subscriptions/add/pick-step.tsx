import {
  itemsOf,
  type Plan,
  type Provider,
  useDebounced,
  useFormat,
  useHousehold,
  useIntervalText,
} from '@streamline/client'
import { useMatchingProviders, usePlans, useProviders } from '@streamline/client/catalogue'
import { kinds, popularByKind } from '@streamline/client/subscriptions'
import { isOldPrice } from '@streamline/domain'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { BrandTile } from '../../../design/brand-tile.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Chip } from '../../../design/chip.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { SearchField } from '../../../design/search-field.tsx'
import { PencilLine } from '../../../design/icons.ts'
import { RowLink } from '../../../design/list-row.tsx'
import { Money } from '../../../design/money.tsx'
import { Page } from '../../../design/page.tsx'
import { SkeletonCard } from '../../../design/skeleton.tsx'
import { Heading, Text } from '../../../design/text.tsx'

const typingMs = 150
const mostProviders = 4
const mostPlans = 12
const mostChips = 9

interface Picks {
  readonly onProvider: (provider: Provider) => void
  readonly onPlan: (plan: Plan) => void
  readonly onOwn: (name: string) => void
}

/** What is found of what is typed: providers, plans, and the way to add it oneself. */
const Found = ({ typed, onProvider, onPlan, onOwn }: Picks & { typed: string }) => {
  const { t } = useTranslation(['add', 'words'])
  const format = useFormat()
  const interval = useIntervalText()
  const { country, today } = useHousehold()
  const q = useDebounced(typed, typingMs)
  const plans = usePlans({ country, q })
  const providers = useMatchingProviders({ country, q, limit: mostProviders })
  if (plans.error)
    return (
      <Card>
        <ErrorState error={plans.error} onRetry={() => void plans.refetch()} />
      </Card>
    )
  return (
    <Card flush>
      {(providers.data ?? []).map((provider) => (
        <RowLink
          key={provider.id}
          leading={<BrandTile name={provider.name} color={provider.brandColor} />}
          title={provider.name}
          subtitle={`${t('pick.allPlans')} · ${provider.kinds.map((kind) => t(`words:kind.${kind}`)).join(', ')}`}
          onPress={() => onProvider(provider)}
        />
      ))}
      {itemsOf(plans.data)
        .slice(0, mostPlans)
        .map((plan) => (
          <RowLink
            key={plan.id}
            withArrow={false}
            leading={<BrandTile name={plan.providerName} color={plan.brandColor} />}
            title={plan.name}
            subtitle={[
              plan.name.includes(plan.providerName) ? null : plan.providerName,
              interval(plan.interval),
              isOldPrice(plan, today)
                ? t('plan.seen', { date: format.asOf(plan.asOf, plan.asOfPrecision) })
                : null,
            ]
              .filter((part) => part !== null)
              .join(' · ')}
            trailing={<Money value={plan.debit} />}
            onPress={() => onPlan(plan)}
          />
        ))}
      <RowLink
        title={t('pick.ownNamed', { name: typed })}
        subtitle={t('pick.ownHint')}
        onPress={() => onOwn(typed)}
      />
    </Card>
  )
}

/** First step: what is it? Search as you type, or one tap on what most people here use. */
export const PickStep = ({ head, ...picks }: Picks & { head: ReactNode }) => {
  const { t } = useTranslation(['add', 'words'])
  const { country } = useHousehold()
  const [text, setText] = useState('')
  const providers = useProviders({ country, limit: 100 })
  const typed = text.trim()
  return (
    <Page head={head}>
      <Text tone="muted">{t('lead')}</Text>
      <SearchField
        label={t('pick.search')}
        hint={t('pick.searchHint')}
        value={text}
        onChange={setText}
        autoFocus
      />
      {typed === '' ? (
        <>
          {providers.data === undefined ? (
            providers.error ? (
              <Card>
                <ErrorState error={providers.error} onRetry={() => void providers.refetch()} />
              </Card>
            ) : (
              <SkeletonCard />
            )
          ) : (
            popularByKind(providers.data, kinds, mostChips).map((group) => (
              <View key={group.kind} className="gap-2.5">
                <Heading className="tracking-tight">{t(`words:kind.${group.kind}`)}</Heading>
                <View className="flex-row flex-wrap gap-2">
                  {group.providers.map((provider) => (
                    <Chip
                      key={provider.id}
                      leading={<BrandTile size="sm" name={provider.name} color={provider.brandColor} />}
                      onPress={() => picks.onProvider(provider)}
                    >
                      {provider.name}
                    </Chip>
                  ))}
                </View>
              </View>
            ))
          )}
          <Button variant="secondary" icon={PencilLine} onPress={() => picks.onOwn('')}>
            {t('pick.own')}
          </Button>
        </>
      ) : (
        <Found typed={typed} {...picks} />
      )}
    </Page>
  )
}
