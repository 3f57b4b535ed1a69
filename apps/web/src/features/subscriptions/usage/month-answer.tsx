import { useUsageActs } from '@streamline/client/usage'
import { type SubscriptionDetail, type UsageSummary, useFormat } from '@streamline/client'
import { Check } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'

/** "Used this month?", answered with one tap; every use counts, and one use outweighs a no. */
export const MonthAnswer = ({
  subscription: { id, name },
  summary: { usedThisMonth, lastUsedOn, mayNote, today },
}: {
  subscription: SubscriptionDetail
  summary: UsageSummary
}) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  const { note, busy } = useUsageActs()
  const say = (amount: 0 | 1) =>
    void note({ id, kind: 'used', amount }, t(amount === 1 ? 'month.said' : 'month.saidNo', { name }))
  if (usedThisMonth === null && !mayNote) return null
  const isSaidToday = lastUsedOn === today
  return (
    <div className="flex flex-wrap items-center justify-between gap-3">
      <div className="min-w-0">
        <p className="font-semibold">
          {usedThisMonth === null ? t('month.question') : t(usedThisMonth ? 'month.yes' : 'month.no')}
        </p>
        {lastUsedOn === null ? null : (
          <p className="text-sm text-muted">{t('month.last', { date: format.date(lastUsedOn) })}</p>
        )}
      </div>
      {mayNote ? (
        <div className="flex flex-wrap gap-2">
          {isSaidToday ? null : (
            <Button size="sm" variant="soft" icon={Check} busy={busy} onClick={() => say(1)}>
              {t(usedThisMonth === true ? 'month.usedToday' : 'month.usedIt')}
            </Button>
          )}
          {usedThisMonth === null ? (
            <Button size="sm" variant="secondary" busy={busy} onClick={() => say(0)}>
              {t('month.notThis')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </div>
  )
}
