import { itemsOf, useHousehold } from '@streamline/client'
import {
  type DueGroupId,
  dueGroupsOf,
  keptCharge,
  useCharges,
  useMarkPaid,
  usePicked,
} from '@streamline/client/billing'
import { PartyPopper, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { useKeptDrafts } from '../../design/kept-drafts.ts'
import { laterSheet } from '../../design/later-sheet.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { List } from '../../design/list-row.tsx'
import { Amounts } from '../../design/money.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { DueRow } from './due-row.tsx'
import { PickBar, PickStart } from './pick-bar.tsx'
import { usePaying, usePayingSeveral } from './use-paying.ts'

const ChargeSheet = laterSheet(
  async () => (await import('./charge-sheet.tsx')).ChargeSheet,
  ({ chargeId }) => chargeId,
)
const PaymentSheet = laterSheet(
  async () => (await import('./payment-sheet.tsx')).PaymentSheet,
  ({ payable }) => payable,
)
const SeveralSheet = laterSheet(
  async () => (await import('./several-sheet.tsx')).SeveralSheet,
  ({ charges }) => charges,
)

const titleTone: Record<DueGroupId, string> = {
  overdue: 'text-danger',
  today: 'text-warn',
  week: 'text-ink',
  later: 'text-ink',
}

/** What waits for a payment, by how soon; paying happens in place. */
export const DueTab = () => {
  const { t } = useTranslation('billing')
  const { today, currency, role } = useHousehold()
  const open = useCharges({ state: 'open' })
  const upcoming = useCharges({ state: 'upcoming' })
  const charges = [open, upcoming].flatMap(({ data }) => itemsOf(data))
  const kept = useKeptDrafts()
  const [opened, setOpened] = useState(() => keptCharge(kept, ['correct', 'waive', 'unwaive', 'refund']))
  const [payingSeveral, setPayingSeveral] = usePayingSeveral(charges)
  const { markPaid, isMarking } = useMarkPaid()
  const [paying, setPaying] = usePaying(charges)
  const groups = dueGroupsOf(charges, today)
  const picking = usePicked(groups)
  const failed = [open, upcoming].find(({ error }) => error !== null)
  const more = [open, upcoming].find(({ hasNextPage }) => hasNextPage)

  if (open.isPending || upcoming.isPending)
    return (
      <Card>
        <output className="sr-only">{t('loading')}</output>
        <SkeletonRows rows={5} />
      </Card>
    )
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
        <Empty
          icon={PartyPopper}
          title={t('due.empty')}
          action={
            <ButtonLink to="/add" icon={Plus}>
              {t('due.add')}
            </ButtonLink>
          }
        >
          {t('due.emptyText')}
        </Empty>
      </Card>
    )
  return (
    <div className="space-y-5">
      {role === 'viewer' || !picking.isOffered ? null : <PickStart picking={picking} />}
      {groups.map(({ id, items, totals }) => (
        <Card
          key={id}
          flush
          title={<span className={titleTone[id]}>{t(`due.${id}`)}</span>}
          aside={<Amounts values={totals} currency={currency} />}
          className="overflow-hidden"
        >
          <List className="pb-1">
            {items.map((charge) => (
              <DueRow
                key={charge.id}
                charge={charge}
                urgent={id !== 'later'}
                picked={picking.isPicked(charge)}
                onPick={(isPicked) => picking.pick(charge, isPicked)}
                busy={isMarking(charge.id)}
                onPay={() => void markPaid(charge.id, charge.subscriptionName)}
                onDetails={() => setPaying(charge)}
                onOpen={() => setOpened(charge.id)}
              />
            ))}
          </List>
        </Card>
      ))}
      {more ? <MoreButton list={more} centered="alone" /> : null}
      <PickBar charges={picking.chosen} onPay={() => setPayingSeveral(picking.chosen)} />
      <PaymentSheet payable={paying} onClose={() => setPaying(null)} />
      <SeveralSheet
        charges={payingSeveral}
        onClose={() => setPayingSeveral(null)}
        onDone={() => {
          setPayingSeveral(null)
          picking.stop()
        }}
      />
      <ChargeSheet chargeId={opened} onClose={() => setOpened(null)} />
    </div>
  )
}
