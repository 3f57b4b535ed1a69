import { type SubscriptionDetail, type UsageReading, type UsageSummary } from '@streamline/client'
import { isTold, useUsageSummary } from '@streamline/client/usage'
import { CalendarX, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { Sheet } from '../../../design/sheet.tsx'
import { SkeletonRows } from '../../../design/skeleton.tsx'
import { AllowanceBar } from './allowance-bar.tsx'
import { MonthAnswer } from './month-answer.tsx'
import { UsageForm } from './usage-form.tsx'
import { UsageHistory } from './usage-history.tsx'
import { UseCosts } from './use-costs.tsx'

/** Kinds where somebody answers with one tap whether they use it; of a line the amounts tell. */
const isAnswered = (kind: SubscriptionDetail['kind']): boolean => kind !== 'mobile' && kind !== 'broadband'

const amountsOf = ({ kinds }: UsageSummary) => kinds.filter((kind) => kind !== 'used')

/** Nobody noted anything, and who looks at it may not. */
const saysNothing = ({ mayNote, allowances, cost, usedThisMonth, lastUsedOn }: UsageSummary): boolean =>
  !mayNote && cost === null && usedThisMonth === null && lastUsedOn === null && !allowances.some(isTold)

const Told = ({
  subscription,
  summary,
  onEdit,
}: {
  subscription: SubscriptionDetail
  summary: UsageSummary
  onEdit: (reading: UsageReading) => void
}) => {
  const { t } = useTranslation('usage')
  const { allowances, cost, unusedDays } = summary
  return (
    <div className="space-y-5">
      {unusedDays === null ? null : (
        <p className="flex gap-3 rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn">
          <CalendarX size={18} className="mt-px shrink-0" aria-hidden />
          {t('unused', { count: unusedDays })}
        </p>
      )}
      {allowances.filter(isTold).map((allowance) => (
        <AllowanceBar key={allowance.kind} allowance={allowance} />
      ))}
      {isAnswered(subscription.kind) ? <MonthAnswer subscription={subscription} summary={summary} /> : null}
      {cost === null ? null : <UseCosts cost={cost} />}
      <UsageHistory subscription={subscription} onEdit={onEdit} />
    </div>
  )
}

/** How much of it is used: against the allowance, against the money, and whether at all. */
export const UsageCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('usage')
  const { data: summary, error, refetch } = useUsageSummary(subscription.id)
  const [noting, setNoting] = useState<UsageReading | 'new' | null>(null)
  if (subscription.status === 'scheduled' || (summary && saysNothing(summary))) return null
  const reading = noting === 'new' ? null : noting
  const close = () => setNoting(null)
  return (
    <Card
      title={t('title')}
      aside={
        summary?.mayNote ? (
          <Button
            size="sm"
            variant="quiet"
            icon={Plus}
            className="-my-2 -mr-3"
            onClick={() => setNoting('new')}
          >
            {t('note')}
          </Button>
        ) : null
      }
    >
      {summary ? (
        <Told subscription={subscription} summary={summary} onEdit={setNoting} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <>
          <output className="sr-only">{t('loading')}</output>
          <SkeletonRows rows={2} />
        </>
      )}
      <Sheet
        open={noting !== null}
        onClose={close}
        title={reading === null ? t('form.title', { name: subscription.name }) : t('form.editTitle')}
      >
        {summary ? (
          <UsageForm
            subscriptionId={subscription.id}
            kinds={amountsOf(summary)}
            reading={reading}
            onDone={close}
          />
        ) : null}
      </Sheet>
    </Card>
  )
}
