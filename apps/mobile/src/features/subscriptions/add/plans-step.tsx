import {
  itemsOf,
  type Kind,
  type Plan,
  useDebounced,
  useFormat,
  useHousehold,
  useIntervalText,
} from '@streamline/client'
import { type PlanGroup, planTexts, shelvesOf, usePlans } from '@streamline/client/catalogue'
import { intervalChoiceKey } from '@streamline/client/subscriptions'
import { isOldPrice } from '@streamline/domain'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { SearchField } from '../../../design/search-field.tsx'
import { PencilLine, Search } from '../../../design/icons.ts'
import { Money } from '../../../design/money.tsx'
import { MoreButton } from '../../../design/more-button.tsx'
import { Page } from '../../../design/page.tsx'
import { Segmented } from '../../../design/segmented.tsx'
import { SkeletonCard } from '../../../design/skeleton.tsx'
import { Heading, Text } from '../../../design/text.tsx'

type OnPlan = (plan: Plan) => void

/** With this many plans a field to narrow them is worth its room. */
const many = 9
const most = 100

const Cards = ({
  plans,
  isLengthSaid,
  onPlan,
}: {
  plans: readonly Plan[]
  isLengthSaid: boolean
  onPlan: OnPlan
}) => {
  const { t } = useTranslation(['add'])
  const format = useFormat()
  const interval = useIntervalText()
  const { today } = useHousehold()
  const texts = useMemo(() => planTexts({ t, format })(plans), [t, format, plans])
  return (
    <View className="gap-2.5">
      {plans.map((plan) => {
        const { title, facts } = texts.get(plan.id) ?? { title: plan.name, facts: [] }
        const { debit, price, tax, status } = plan
        const isOld = isOldPrice(plan, today)
        return (
          <Pressable
            key={plan.id}
            accessibilityRole="button"
            onPress={() => onPlan(plan)}
            className="gap-1 rounded-card border border-line bg-surface p-4 shadow-card active:bg-sunken"
          >
            <View className="flex-row items-start justify-between gap-3">
              <View className="min-w-0 flex-1">
                <Text weight="semibold">{title}</Text>
                {facts.length > 0 ? (
                  <Text size="sm" tone="muted">
                    {facts.join(' · ')}
                  </Text>
                ) : null}
              </View>
              <View className="items-end">
                <Money value={debit} size="lg" />
                {isLengthSaid ? null : (
                  <Text size="sm" tone="muted">
                    {interval(plan.interval)}
                  </Text>
                )}
              </View>
            </View>
            {isOld ? (
              <Badge tone={status === 'superseded' ? 'neutral' : 'warn'}>
                {t('plan.seen', { date: format.asOf(plan.asOf, plan.asOfPrecision) })}
              </Badge>
            ) : null}
            {debit.amount === price.amount ? null : (
              <Text size="sm" tone="muted">
                {t('plan.tax', {
                  price: format.money(price),
                  percent: format.percent(tax.basisPoints / 10_000),
                })}
              </Text>
            )}
          </Pressable>
        )
      })}
    </View>
  )
}

/** Where all run equally long, it stands on each card; else once above each group. */
const Groups = ({ groups, onPlan }: { groups: readonly PlanGroup[]; onPlan: OnPlan }) => {
  const { t } = useTranslation(['add', 'words'])
  const interval = useIntervalText()
  const { locale } = useFormat()
  return groups.map(({ interval: length, plans }) => {
    const text =
      length === null
        ? t('plans.otherLengths')
        : length.unit === 'day'
          ? t('words:days', { count: length.count })
          : interval(length)
    return (
      <View key={length === null ? 'others' : intervalChoiceKey(length)} className="gap-2.5">
        {groups.length < 2 ? null : (
          <Heading size="base">{text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)}</Heading>
        )}
        <Cards plans={plans} isLengthSaid={groups.length > 1 && length !== null} onPlan={onPlan} />
      </View>
    )
  })
}

/** Folded away until somebody looks for it. */
const Folded = ({ label, plans, onPlan }: { label: string; plans: readonly Plan[]; onPlan: OnPlan }) => {
  const [open, setOpen] = useState(false)
  if (plans.length === 0) return null
  return (
    <View className="gap-2.5">
      <Button
        variant="quiet"
        size="sm"
        aria-expanded={open}
        className="self-start"
        onPress={() => setOpen(!open)}
      >
        {label}
      </Button>
      {open ? <Cards plans={plans} isLengthSaid={false} onPlan={onPlan} /> : null}
    </View>
  )
}

/** Second step: which of its prices? Current ones first, then what was not checked lately. */
export const PlansStep = ({
  head,
  providerId,
  kinds,
  onPlan,
  onOther,
}: {
  head: ReactNode
  providerId: string
  kinds: readonly Kind[]
  onPlan: OnPlan
  onOther: () => void
}) => {
  const { t } = useTranslation(['add', 'words'])
  const { country, today } = useHousehold()
  const [kind, setKind] = useState<Kind | null>(null)
  const [text, setText] = useState('')
  const q = useDebounced(text.trim(), 150)
  const shownKind = kind ?? kinds[0]
  const list = usePlans(
    {
      country,
      providerId,
      ...(shownKind === undefined ? {} : { kind: shownKind }),
      ...(q === '' ? {} : { q }),
    },
    most,
  )
  const plans = useMemo(() => itemsOf(list.data), [list.data])
  const { fresh, unchecked, dataOnly, older } = useMemo(() => shelvesOf(plans, today), [plans, today])
  return (
    <Page head={head}>
      <Text tone="muted">{t('plans.lead')}</Text>
      {kinds.length > 1 ? (
        <Segmented
          label={t('plans.kind')}
          value={shownKind ?? 'ott'}
          options={kinds.map((value) => ({ value, label: t(`words:kind.${value}`) }))}
          onChange={setKind}
        />
      ) : null}
      {plans.length >= many || q !== '' ? (
        <SearchField label={t('plans.narrow')} hint={t('plans.narrowHint')} value={text} onChange={setText} />
      ) : null}
      {list.isPending ? (
        <SkeletonCard count={5} />
      ) : list.error && plans.length === 0 ? (
        <Card>
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        </Card>
      ) : plans.length === 0 ? (
        <Card>
          <Empty icon={Search} title={t('plans.nothing')} text={t('plans.nothingText')} />
        </Card>
      ) : (
        <>
          <Groups groups={fresh} onPlan={onPlan} />
          {unchecked.length > 0 ? (
            <>
              <View>
                <Heading className="tracking-tight">{t('plans.unchecked')}</Heading>
                <Text size="sm" tone="muted">
                  {t('plans.uncheckedText')}
                </Text>
              </View>
              <Groups groups={unchecked} onPlan={onPlan} />
            </>
          ) : null}
          <Folded label={t('plans.dataOnly', { count: dataOnly.length })} plans={dataOnly} onPlan={onPlan} />
          <Folded label={t('plans.older', { count: older.length })} plans={older} onPlan={onPlan} />
        </>
      )}
      <MoreButton list={list} />
      <Button variant="secondary" icon={PencilLine} onPress={onOther}>
        {t('plans.otherPrice')}
      </Button>
    </Page>
  )
}
