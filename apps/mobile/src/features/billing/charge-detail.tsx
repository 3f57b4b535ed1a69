import { useFormat, useHousehold } from '@streamline/client'
import {
  chargeTasks,
  type ChargeTask,
  type Deniable,
  type Reversible,
  type useCharge,
  useChargeFigures,
  useMarkPaid,
} from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { ActButton } from '../../design/act-button.tsx'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Check, HandCoins, ListChecks, Pencil, ReceiptText, Undo2 } from '../../design/icons.ts'
import { Money } from '../../design/money.tsx'
import { Text } from '../../design/text.tsx'
import { ChargeState } from './badge-of-charge.tsx'
import { ChargePayments } from './charge-payments.tsx'

export type ChargeInFull = NonNullable<ReturnType<typeof useCharge>['data']>

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <View className="gap-2">
    <Text accessibilityRole="header" size="sm" weight="semibold" tone="faint">
      {title}
    </Text>
    {children}
  </View>
)

const Shares = ({ shares }: Pick<ChargeInFull, 'shares'>) => {
  const { t } = useTranslation('billing')
  const { isYou, nameOf } = usePeople()
  return shares.map(({ memberId, amount, days, ofDays }) => (
    <View key={memberId} className="min-h-11 flex-row items-center gap-3">
      <Avatar id={memberId} name={nameOf(memberId)} />
      <View className="min-w-0 flex-1">
        <Text weight="medium" numberOfLines={1}>
          {isYou(memberId) ? t('pay.nameYou', { name: nameOf(memberId) }) : nameOf(memberId)}
        </Text>
        {days === ofDays ? null : (
          <Text size="sm" tone="muted">
            {t('share.days', { days, count: ofDays })}
          </Text>
        )}
      </View>
      <Money value={amount} />
    </View>
  ))
}

/** Every change of the amount, the oldest first: nothing is edited away. */
const Changes = ({ corrections }: Pick<ChargeInFull, 'corrections'>) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { nameOf } = usePeople()
  return corrections.map(({ id, kind, before, after, reason, recordedBy }) => (
    <View key={id}>
      <Text size="sm" tone="muted">
        {t(`change.${kind}`, {
          name: nameOf(recordedBy),
          before: format.money(before),
          after: format.money(after),
        })}
      </Text>
      {reason ? (
        <Text size="sm" tone="faint">
          {reason}
        </Text>
      ) : null}
    </View>
  ))
}

const icons = { pay: ListChecks, correct: Pencil, waive: HandCoins, unwaive: Undo2, refund: ReceiptText }

/** What may be done to it, for the dock of its sheet; null where that is nothing. */
export const ChargeActions = ({
  charge,
  onTask,
}: {
  charge: ChargeInFull
  onTask: (task: ChargeTask) => void
}) => {
  const { t } = useTranslation(['billing', 'verbs'])
  const offered = chargeTasks(charge, useHousehold())
  const { markPaid, isMarking } = useMarkPaid()
  const { id, subscriptionName } = charge
  return (
    <View className="flex-row flex-wrap gap-2">
      {offered.includes('pay') ? (
        <ActButton
          size="sm"
          className="grow"
          icon={Check}
          busy={isMarking(id)}
          onPress={() => void markPaid(id, subscriptionName)}
        >
          {t('verbs:markPaid')}
        </ActButton>
      ) : null}
      {offered.map((task) => (
        <Button
          key={task}
          variant="secondary"
          size="sm"
          className="grow"
          icon={icons[task]}
          onPress={() => onTask(task)}
        >
          {task === 'pay' ? t('verbs:markPaidWith') : t(`charge.do.${task}`)}
        </Button>
      ))}
    </View>
  )
}

/** Who bears a charge, what was paid of it, and what changed. */
export const ChargeDetail = ({
  charge,
  onDeny,
  onReverse,
}: {
  charge: ChargeInFull
  onDeny: (debit: Deniable) => void
  onReverse: (payment: Reversible) => void
}) => {
  const { t } = useTranslation('billing')
  const { several } = usePeople()
  const figures = useChargeFigures(charge)
  const { amount, state, shares, payments, corrections, subscriptionName } = charge
  return (
    <View className="gap-5">
      <View className="gap-1">
        <View className="flex-row flex-wrap items-center gap-3">
          <Money value={amount} size="xl" />
          <ChargeState state={state} />
        </View>
        {figures.map((row) => (
          <Text key={row} size="sm" tone="muted">
            {row}
          </Text>
        ))}
      </View>
      {several && shares.length > 0 ? (
        <Section title={t('charge.shares')}>
          <Shares shares={shares} />
        </Section>
      ) : null}
      {payments.length > 0 ? (
        <Section title={t('charge.payments')}>
          <ChargePayments payments={payments} name={subscriptionName} onDeny={onDeny} onReverse={onReverse} />
        </Section>
      ) : (
        <Text size="sm" tone="muted">
          {t('charge.noPayments')}
        </Text>
      )}
      {corrections.length > 0 ? (
        <Section title={t('charge.changes')}>
          <Changes corrections={corrections} />
        </Section>
      ) : null}
    </View>
  )
}
