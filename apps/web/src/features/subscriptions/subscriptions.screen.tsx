import { itemsOf, type Charge, type Subscription } from '@streamline/client'
import { useCharges } from '@streamline/client/billing'
import { type ListSort, useSubscriptions } from '@streamline/client/subscriptions'
import { getRouteApi } from '@tanstack/react-router'
import { Hash, Layers, Plus, SearchX } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { laterSheet } from '../../design/later-sheet.tsx'
import { MoreButton } from '../../design/more-button.tsx'
import { Page } from '../../design/page.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { usePaying } from '../billing/use-paying.ts'
import { ListControls } from './list/list-controls.tsx'
import { ListTotals } from './list/list-totals.tsx'
import { SubscriptionFilters, type ListSearch } from './list/subscription-filters.tsx'
import { SubscriptionGroups } from './list/subscription-groups.tsx'
import { useDensity } from './list/use-density.ts'

const PaymentSheet = laterSheet(
  async () => (await import('../billing/payment-sheet.tsx')).PaymentSheet,
  ({ payable }) => payable,
)
const RechargeSheet = laterSheet(
  async () => (await import('./detail/recharge-sheet.tsx')).RechargeSheet,
  ({ subscription }) => subscription,
)

const route = getRouteApi('/household/shell/subscriptions')

type Changed = { [Key in keyof ListSearch]: ListSearch[Key] | undefined } & { sort?: ListSort | undefined }

/** Oldest open charge of each subscription; the API answers them by due date. */
const oldestOf = (charges: readonly Charge[]): ReadonlyMap<string, Charge> => {
  const oldest = new Map<string, Charge>()
  for (const charge of charges)
    if (!oldest.has(charge.subscriptionId)) oldest.set(charge.subscriptionId, charge)
  return oldest
}

export const SubscriptionsScreen = () => {
  const { t } = useTranslation(['subscriptions', 'lines'])
  const { q, kind, member, status, sort = 'kind' } = route.useSearch()
  const navigate = route.useNavigate()
  const list = useSubscriptions({
    ...(q === undefined ? {} : { q }),
    ...(kind === undefined ? {} : { kind }),
    ...(member === undefined ? {} : { memberId: member }),
    ...(status === undefined ? {} : { status }),
  })
  const charges = useCharges({ state: 'open' })
  const open = useMemo(() => itemsOf(charges.data), [charges.data])
  const due = useMemo(() => oldestOf(open), [open])
  const [paying, setPaying] = usePaying(open)
  const [recharging, setRecharging] = useState<Subscription | null>(null)

  const filtered = q !== undefined || kind !== undefined || member !== undefined || status !== undefined
  const subscriptions = itemsOf(list.data)
  const { compact, toggle } = useDensity(subscriptions.length)
  const change = (next: Changed) =>
    void navigate({
      search: (before) =>
        Object.fromEntries(Object.entries({ ...before, ...next }).filter(([, value]) => value !== undefined)),
      replace: true,
      resetScroll: false,
    })
  const clear = () => void navigate({ search: {}, replace: true })

  return (
    <Page
      title={t('list.title')}
      width="broad"
      aside={
        <ButtonLink to="/subscriptions/numbers" variant="secondary" icon={Hash}>
          {t('lines:open')}
        </ButtonLink>
      }
    >
      {subscriptions.length > 0 || filtered || list.isPending ? (
        <SubscriptionFilters
          search={{
            ...(q === undefined ? {} : { q }),
            ...(kind === undefined ? {} : { kind }),
            ...(member === undefined ? {} : { member }),
            ...(status === undefined ? {} : { status }),
          }}
          controls={
            <ListControls
              sort={sort}
              onSort={(chosen) => change({ sort: chosen })}
              compact={compact}
              onDensity={toggle}
            />
          }
          onChange={change}
        />
      ) : null}
      {list.isPending ? (
        <Card>
          <output className="sr-only">{t('list.loading')}</output>
          <SkeletonRows rows={6} />
        </Card>
      ) : list.isError && subscriptions.length === 0 ? (
        <Card>
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        </Card>
      ) : subscriptions.length === 0 ? (
        <Card>
          {filtered ? (
            <Empty
              icon={SearchX}
              title={t('list.nothingFound')}
              action={
                <Button variant="secondary" onClick={clear}>
                  {t('list.showAll')}
                </Button>
              }
            >
              {t('list.nothingFoundText')}
            </Empty>
          ) : (
            <Empty
              icon={Layers}
              title={t('list.empty')}
              action={
                <ButtonLink to="/add" icon={Plus}>
                  {t('list.addFirst')}
                </ButtonLink>
              }
            >
              {t('list.emptyText')}
            </Empty>
          )}
        </Card>
      ) : (
        <>
          {list.hasNextPage ? null : <ListTotals subscriptions={subscriptions} />}
          <SubscriptionGroups
            subscriptions={subscriptions}
            whole={!list.hasNextPage}
            sort={sort}
            compact={compact}
            due={due}
            onRechargeDetails={setRecharging}
            onPayDetails={setPaying}
          />
          <div className="mt-5 empty:hidden">
            <MoreButton list={list} centered="alone" />
          </div>
        </>
      )}
      <PaymentSheet payable={paying} onClose={() => setPaying(null)} />
      <RechargeSheet subscription={recharging} onClose={() => setRecharging(null)} />
    </Page>
  )
}
