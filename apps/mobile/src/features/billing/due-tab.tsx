import { type Charge, itemsOf, useHousehold } from '@streamline/client'
import {
  type DueGroup,
  type DueGroupId,
  dueGroupsOf,
  type Payable,
  type Picking,
  useCharges,
  useMarkPaid,
  usePicked,
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
import { MoneyPage } from './money-page.tsx'
import { PaymentSheet } from './payment-sheet.tsx'
import { PickBar, PickStart } from './pick-several.tsx'
import { SeveralSheet } from './several-sheet.tsx'

const tones: Record<DueGroupId, Tone> = { overdue: 'danger', today: 'warn', week: 'ink', later: 'ink' }

const Nothing = () => {
  const { t } = useTranslation('billing')
  return (
    <Card>
      <Empty icon={PartyPopper} title={t('due.empty')} text={t('due.emptyText')} />
    </Card>
  )
}

const Groups = ({ groups, picking }: { groups: readonly DueGroup[]; picking: Picking }) => {
  const { t } = useTranslation('billing')
  const { currency, role } = useHousehold()
  const { markPaid, isMarking } = useMarkPaid()
  const [paying, setPaying] = useState<Payable | null>(null)
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <>
      {role === 'viewer' || !picking.isOffered ? null : <PickStart picking={picking} />}
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
                picked={picking.isPicked(charge)}
                onPick={(isPicked) => picking.pick(charge, isPicked)}
                busy={isMarking(charge.id)}
                onPay={() => void markPaid(charge.id, charge.subscriptionName)}
                onDetails={() => setPaying(charge)}
                onOpen={() => setOpened(charge.id)}
              />
            </View>
          ))}
        </Card>
      ))}
      <PaymentSheet payable={paying} onClose={() => setPaying(null)} />
      <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
    </>
  )
}

/** What waits for a payment, by how soon; paying happens in place, one by one or several at once. */
export const DueTab = () => {
  const { today } = useHousehold()
  const open = useCharges({ state: 'open' })
  const upcoming = useCharges({ state: 'upcoming' })
  const charges = [open, upcoming].flatMap(({ data }) => itemsOf(data))
  const groups = dueGroupsOf(charges, today)
  const picking = usePicked(groups)
  const [severally, setSeverally] = useState<readonly Charge[] | null>(null)
  const failed = [open, upcoming].find(({ error }) => error !== null)
  const more = [open, upcoming].find(({ hasNextPage }) => hasNextPage)
  const dock =
    picking.chosen.length === 0 ? undefined : (
      <PickBar picking={picking} onPay={() => setSeverally(picking.chosen)} />
    )
  return (
    <MoneyPage view="due" dock={dock}>
      {open.isPending || upcoming.isPending ? (
        <SkeletonCard count={5} />
      ) : failed && charges.length === 0 ? (
        <Card>
          <ErrorState
            error={failed.error}
            onRetry={() => void Promise.all([open.refetch(), upcoming.refetch()])}
          />
        </Card>
      ) : groups.length === 0 ? (
        <Nothing />
      ) : (
        <>
          <Groups groups={groups} picking={picking} />
          {more ? <MoreButton list={more} /> : null}
        </>
      )}
      {severally === null ? null : (
        <SeveralSheet
          charges={severally}
          onClose={() => setSeverally(null)}
          onDone={() => {
            setSeverally(null)
            picking.stop()
          }}
        />
      )}
    </MoneyPage>
  )
}
