import { itemsOf, useHousehold } from '@streamline/client'
import {
  type DueGroupId,
  dueGroupsOf,
  type Payable,
  useCharges,
  useMarkPaid,
} from '@streamline/client/billing'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card, Hairline } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { PartyPopper } from '../../design/icons.ts'
import { MoreButton } from '../../design/more-button.tsx'
import { Amounts } from '../../design/money.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Heading, type Tone } from '../../design/text.tsx'
import { ChargeSheet } from './charge-sheet.tsx'
import { DueRow } from './due-row.tsx'
import { PaymentSheet } from './payment-sheet.tsx'

const tones: Record<DueGroupId, Tone> = { overdue: 'danger', today: 'warn', week: 'ink', later: 'ink' }

/** What waits for a payment, by how soon; paying happens in place. */
export const DueTab = () => {
  const { t } = useTranslation('billing')
  const { today, currency } = useHousehold()
  const open = useCharges({ state: 'open' })
  const upcoming = useCharges({ state: 'upcoming' })
  const [paying, setPaying] = useState<Payable | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  const { markPaid, isMarking } = useMarkPaid()
  const charges = [open, upcoming].flatMap(({ data }) => itemsOf(data))
  const groups = dueGroupsOf(charges, today)
  const failed = [open, upcoming].find(({ error }) => error !== null)
  const more = [open, upcoming].find(({ hasNextPage }) => hasNextPage)
  if (open.isPending || upcoming.isPending) return <SkeletonCard count={5} />
  if (failed && charges.length === 0)
    return (
      <Card>
        <ErrorState
          error={failed.error}
          onRetry={() => void Promise.all([open.refetch(), upcoming.refetch()])}
        />
      </Card>
    )
  if (groups.length === 0)
    return (
      <Card>
        <Empty icon={PartyPopper} title={t('due.empty')} text={t('due.emptyText')} />
      </Card>
    )
  return (
    <>
      {groups.map(({ id, items, totals }) => (
        <Card key={id} flush>
          <View className="flex-row items-center justify-between gap-3 px-5 pt-5 pb-2">
            <Heading tone={tones[id]} className="min-w-0 flex-1 tracking-tight">
              {t(`due.${id}`)}
            </Heading>
            <Amounts values={totals} currency={currency} />
          </View>
          {items.map((charge, at) => (
            <View key={charge.id}>
              {at > 0 ? <Hairline /> : null}
              <DueRow
                charge={charge}
                urgent={id !== 'later'}
                busy={isMarking(charge.id)}
                onPay={() => void markPaid(charge.id, charge.subscriptionName)}
                onDetails={() => setPaying(charge)}
                onOpen={() => setOpened(charge.id)}
              />
            </View>
          ))}
        </Card>
      ))}
      {more ? <MoreButton list={more} /> : null}
      <PaymentSheet payable={paying} onClose={() => setPaying(null)} />
      <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
    </>
  )
}
