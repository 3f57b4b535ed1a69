import { useFormat, usePayments } from '@streamline/client'
import { ReceiptText } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { List } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { PaidRow } from './paid-row.tsx'
import { byMonth } from './payment-months.ts'
import { ReverseDialog, type Reversible } from './reverse-dialog.tsx'

/** Everything that was paid, the newest first; a wrong one is taken back, never erased. */
export const PaidTab = () => {
  const { t } = useTranslation('money')
  const format = useFormat()
  const list = usePayments()
  const [reversing, setReversing] = useState<Reversible | null>(null)
  const payments = list.data?.pages.flatMap(({ items }) => items) ?? []

  if (list.isPending)
    return (
      <Card>
        <output className="sr-only">{t('loading')}</output>
        <SkeletonRows rows={6} />
      </Card>
    )
  if (list.error && payments.length === 0)
    return (
      <Card>
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      </Card>
    )
  if (payments.length === 0)
    return (
      <Card>
        <Empty
          icon={ReceiptText}
          title={t('paid.empty')}
          action={
            <ButtonLink to="/money" search={{}}>
              {t('paid.toDue')}
            </ButtonLink>
          }
        >
          {t('paid.emptyText')}
        </Empty>
      </Card>
    )
  return (
    <div className="space-y-5">
      {byMonth(payments).map(({ month, items }) => (
        <Card key={month} flush title={format.monthAndYear(month)} className="overflow-hidden">
          <List className="pb-1">
            {items.map((payment) => (
              <PaidRow
                key={payment.id}
                payment={payment}
                onReverse={() =>
                  setReversing({
                    id: payment.id,
                    amount: payment.amount,
                    paidOn: payment.paidOn,
                    name: payment.subscriptionName,
                  })
                }
              />
            ))}
          </List>
        </Card>
      ))}
      {list.hasNextPage ? (
        <div className="flex justify-center">
          <Button
            variant="secondary"
            busy={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('more')}
          </Button>
        </div>
      ) : null}
      <ReverseDialog payment={reversing} onClose={() => setReversing(null)} />
    </div>
  )
}
