import { type Spend, useFormat } from '@streamline/client'
import {
  OWN_COLOURS,
  spendChart,
  spendGroupings,
  spendTotal,
  useInsightsText,
  useSpend,
} from '@streamline/client/insights'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card } from '../../design/card.tsx'
import { ChipRow } from '../../design/chip-row.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { MonthDifference } from '../overview/month-difference.tsx'
import { GroupList } from './group-list.tsx'
import { Loaded } from './loaded.tsx'
import { ShareSpend } from './share-spend.tsx'
import { StackedMonths } from './stacked-months.tsx'

const Year = ({ spend }: { spend: Spend }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const { by, currency, months } = spend
  const { own, average, others } = spendTotal(spend)
  const chart = spendChart(spend, {
    currency,
    colours: OWN_COLOURS,
    nameOf: (group) => say.group(by, group),
    rest: t('spend.rest'),
  })
  return (
    <>
      <View className="gap-1">
        <Money value={own} size="xl" />
        <Text size="sm" tone="muted">
          {t('spend.average', { money: format.money(average, { rounded: true }) })}
        </Text>
        <MonthDifference months={months} currency={currency} />
        {others.length > 0 ? (
          <Text size="sm" tone="muted">
            {t('spend.otherCurrencies', { amounts: others.map((total) => format.money(total)).join(' + ') })}
          </Text>
        ) : null}
      </View>
      <StackedMonths chart={chart} currency={currency} label={t('spend.chart')} />
    </>
  )
}

/** Twelve months of what fell due, by what somebody wants to see it by. */
export const SpendView = () => {
  const { t } = useTranslation('insights')
  const [by, setBy] = useState<Spend['by']>('kind')
  const query = useSpend({ by })
  return (
    <Loaded query={query}>
      {(spend) => {
        const isEmpty = spend.groups.length === 0
        return (
          <>
            <Card title={t('spend.title')}>
              <View className="gap-4">
                <Text size="sm" tone="muted" className="-mt-2">
                  {t('spend.note')}
                </Text>
                {isEmpty ? <Text tone="muted">{t('spend.empty')}</Text> : <Year spend={spend} />}
              </View>
            </Card>
            {isEmpty ? null : (
              <Card title={t('spend.by')}>
                <View className="gap-5">
                  <View className="-mx-5">
                    <ChipRow
                      label={t('spend.by')}
                      inset
                      value={by}
                      options={spendGroupings.map((value) => ({
                        value,
                        label: t(`spend.grouping.${value}`),
                      }))}
                      onChange={setBy}
                    />
                  </View>
                  <View className={classes('gap-5', query.isPlaceholderData && 'opacity-60')}>
                    <GroupList spend={spend} />
                    <ShareSpend by={spend.by} today={spend.today} />
                  </View>
                </View>
              </Card>
            )}
          </>
        )
      }}
    </Loaded>
  )
}
