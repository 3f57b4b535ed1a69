import { useFormat } from '@streamline/client'
import { useSavingsText, type CheapestSet, type Needs, type SavingsResult } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { Icon } from '../../design/icon.tsx'
import { ShieldCheck, TriangleAlert } from '../../design/icons.ts'
import { Money } from '../../design/money.tsx'
import { Notice } from '../../design/notice.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'
import { Text } from '../../design/text.tsx'
import { BothWays } from './both-ways.tsx'

const looks = {
  less: { size: '2xl', tone: 'positive' },
  same: { size: 'lg', tone: 'ink' },
  more: { size: 'lg', tone: 'ink' },
} as const

const Headline = ({ set }: { set: CheapestSet }) => {
  const { text, way } = useSavingsText().headline(set)
  return (
    <Text {...looks[way]} weight="bold" className="tracking-tight">
      {text}
    </Text>
  )
}

const Way = ({ name, of: { total, monthly } }: { name: string; of: CheapestSet['now'] }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  return (
    <View className="min-w-32 flex-1">
      <Text size="sm" tone="muted">
        {name}
      </Text>
      <Money value={total} size="lg" />
      <Text size="sm" tone="muted">
        {t('set.monthly', { money: format.money(monthly) })}
      </Text>
    </View>
  )
}

const Budget = ({ of }: { of: NonNullable<CheapestSet['budget']> }) => {
  const { text, isOver } = useSavingsText().budget(of)
  return (
    <Text size="sm" weight="medium" tone={isOver ? 'warn' : 'ink'}>
      {text}
    </Text>
  )
}

const Proof = ({ set }: { set: CheapestSet }) => {
  const proof = useSavingsText().proof(set)
  return proof === null ? null : (
    <View className="flex-row gap-2.5">
      <View className="mt-0.5">
        <Icon of={ShieldCheck} size={18} tone="positive" />
      </View>
      <Text size="sm" className="min-w-0 flex-1">
        {proof}
      </Text>
    </View>
  )
}

const Warnings = ({ set }: { set: CheapestSet }) => {
  const { t } = useTranslation('savings')
  const say = useSavingsText()
  const [unmet, old] = [say.unmet(set), say.oldPrices(set)]
  return (
    <>
      {set.lost.length > 0 ? (
        <View className="gap-1">
          <Text size="sm" weight="semibold">
            {t('set.lost')}
          </Text>
          {set.lost.map((lost) => (
            <Text key={`${lost.subscription.id} ${lost.service.id}`} size="sm" tone="muted">
              {say.lost(lost)}
            </Text>
          ))}
        </View>
      ) : null}
      {unmet === null ? null : (
        <Text size="sm" tone="warn">
          {unmet}
        </Text>
      )}
      {old === null ? null : (
        <Notice icon={TriangleAlert} tone="warn">
          {old}
        </Notice>
      )}
    </>
  )
}

/** The cheapest set against today's, with its proof. */
export const SetCard = ({
  result: { set, needs },
  busy,
  onNeeds,
}: {
  result: SavingsResult
  busy: boolean
  onNeeds: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  return (
    <Card title={t('set.title')}>
      <View className="gap-4">
        {set === null ? (
          <Text tone="muted">{t('set.impossible')}</Text>
        ) : (
          <>
            <Headline set={set} />
            <View className="flex-row flex-wrap gap-x-4 gap-y-3">
              <Way name={t('set.now')} of={set.now} />
              <Way name={t('set.best')} of={set.best} />
            </View>
            {set.budget === null ? null : <Budget of={set.budget} />}
            <Proof set={set} />
            {set.months.some(({ now, best }) => now.amount > 0 || best.amount > 0) ? (
              <BothWays months={set.months} />
            ) : null}
            <Warnings set={set} />
          </>
        )}
        <Hairline />
        <SwitchRow
          label={t('set.withOld')}
          value={needs.withOldPrices}
          onChange={(withOldPrices) => (busy ? undefined : onNeeds({ ...needs, withOldPrices }))}
        />
      </View>
    </Card>
  )
}
