import { useOverlaps, useSavingsText, type SavingsResult } from '@streamline/client/savings'
import { useRouter } from 'expo-router'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { RowLink } from '../../design/list-row.tsx'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { BothAnswers, BothQuestion } from './both-wanted.tsx'

const useOpening = () => {
  const router = useRouter()
  return (id: string): void => router.push({ pathname: '/subscriptions/[id]', params: { id } })
}

/** Services that are paid although they are there already, with what that wastes. */
export const OverlapsCard = ({
  overlaps,
  busy,
}: Pick<SavingsResult, 'overlaps'> & {
  /** They are being worked out anew: what was just said is not in them yet. */
  busy: boolean
}) => {
  const { t } = useTranslation('savings')
  const { rows, answers } = useOverlaps(overlaps)
  const open = useOpening()
  return (
    <Card title={t('overlaps.title')} flush>
      {overlaps.length === 0 ? (
        <Text tone="muted" className="px-5 pb-5">
          {t('overlaps.none')}
        </Text>
      ) : null}
      {rows.map(({ key, subscription, words: { because, days, first }, wasted, names, pair }, at) => (
        <View key={key}>
          {at > 0 ? <Hairline /> : null}
          <RowLink
            onPress={() => open(subscription.id)}
            title={subscription.name}
            detail={
              <>
                <Text size="sm" tone="muted">
                  {because}
                </Text>
                <Text size="sm" tone="muted">
                  {days}
                </Text>
                {first === null ? null : (
                  <Text size="sm" weight="medium">
                    {first}
                  </Text>
                )}
              </>
            }
            trailing={<Money value={wasted} tone="warn" />}
          />
          {pair === null ? null : <BothQuestion pair={pair} names={names} busy={busy} />}
        </View>
      ))}
      <BothAnswers answers={answers} busy={busy} />
    </Card>
  )
}

/** What comes with plans and is not claimed, or ends with one soon. */
export const BenefitsCard = ({ benefits }: Pick<SavingsResult, 'benefits'>) => {
  const { t } = useTranslation('savings')
  const say = useSavingsText()
  const open = useOpening()
  return benefits.length === 0 ? null : (
    <Card title={t('benefits.title')} flush>
      {benefits.map((benefit, at) => (
        <View key={`${benefit.subscription.id} ${benefit.kind}`}>
          {at > 0 ? <Hairline /> : null}
          <RowLink
            onPress={() => open(benefit.subscription.id)}
            title={benefit.subscription.name}
            detail={
              <Text size="sm" tone="muted">
                {say.benefit(benefit)}
              </Text>
            }
          />
        </View>
      ))}
    </Card>
  )
}
