import { type Spend, useFormat } from '@streamline/client'
import { groupShares, useInsightsText } from '@streamline/client/insights'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { classes } from '../../design/classes.ts'
import { Amounts } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { dotOf } from './series-dots.ts'

/** What each group came to, beside the largest and beside all. */
export const GroupList = ({ spend }: { spend: Spend }) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  const { by, currency } = spend
  const unseen = spend.groupCount - spend.groups.length
  return (
    <View className="gap-4">
      {groupShares(spend).map(({ group, length, share }, at) => (
        <View key={group.key ?? 'none'} accessible className="gap-1">
          <View className="flex-row items-baseline justify-between gap-3">
            <Text weight="medium" className="min-w-0 flex-1">
              {say.group(by, group)}
            </Text>
            <Amounts values={group.totals} currency={currency} />
          </View>
          <View className="flex-row items-center gap-3">
            <View className="h-1.5 flex-1 overflow-hidden rounded-full bg-sunken">
              <View
                className={classes('h-full rounded-full', dotOf(at))}
                style={{ width: `${Math.round(length * 100)}%` }}
              />
            </View>
            <Text size="xs" tone="muted" className="w-11 text-right">
              {share === null ? '' : format.percent(share)}
            </Text>
          </View>
        </View>
      ))}
      {unseen > 0 ? (
        <Text size="sm" tone="muted">
          {t('spend.more', { count: unseen })}
        </Text>
      ) : null}
      {by === 'label' ? (
        <Text size="sm" tone="muted">
          {t('spend.labels')}
        </Text>
      ) : null}
    </View>
  )
}
