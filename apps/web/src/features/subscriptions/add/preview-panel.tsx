import { type Split, useFormat, useHousehold, useProblemText } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  type DraftForm,
  type PreviewSummary,
  regularIn,
  type usePreview,
} from '@streamline/client/subscriptions'
import { addDays, sharesOf } from '@streamline/domain'
import { CalendarRange, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Card } from '../../../design/card.tsx'
import { classes } from '../../../design/classes.ts'
import { Money } from '../../../design/money.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'

const Note = ({ children, tone = 'plain' }: { children: string; tone?: 'plain' | 'warn' }) => (
  <p className={classes('flex gap-2.5 text-sm', tone === 'warn' ? 'font-medium text-warn' : 'text-muted')}>
    {tone === 'warn' ? <TriangleAlert size={17} className="mt-px shrink-0" aria-hidden /> : null}
    {children}
  </p>
)

/** What will happen, exactly as the service will raise it, while the form is being filled in. */
export const PreviewPanel = ({
  form,
  split,
  preview,
  summary,
}: {
  form: DraftForm
  /** Null while it is none. */
  split: Split | null
  preview: ReturnType<typeof usePreview>
  summary: PreviewSummary | null
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const problem = useProblemText()
  const { today } = useHousehold()
  const { shortNameOf } = usePeople()
  const first = regularIn(summary)
  const shares =
    first && split !== null && split.kind !== 'payer' && !form.private && first.charge.amount > 0
      ? sharesOf(first.charge.amount, split, 0)
      : []
  return (
    <Card title={t('preview.title')}>
      {/* Said once it rests, not with every key. */}
      <div aria-live="polite" aria-busy={preview.isFetching} className="space-y-4">
        {preview.error ? (
          <Note tone="warn">{problem(preview.error)}</Note>
        ) : summary === null || summary.shown.length === 0 ? (
          preview.isFetching ? (
            <div className="space-y-3">
              <Skeleton className="h-12" />
              <Skeleton className="h-12" />
              <Skeleton className="h-12" />
            </div>
          ) : (
            <p className="flex items-center gap-3 text-muted">
              <CalendarRange size={22} aria-hidden className="shrink-0 text-faint" />
              {summary !== null && summary.past.length > 0 ? t('preview.tooFar') : t('preview.empty')}
            </p>
          )
        ) : (
          <>
            {summary.stopped && summary.shown[0] ? (
              <Note tone="warn">{t('preview.stopped', { date: format.date(summary.shown[0].endsOn) })}</Note>
            ) : null}
            <ol
              className={classes(
                'divide-y divide-line/80 transition-opacity',
                preview.isPlaceholderData && 'opacity-60',
              )}
            >
              {summary.shown.map(({ startsOn, endsOn, dueOn, charge, phase }, at) => {
                const expected = form.renewal === 'manual' && at > 0
                return (
                  <li key={startsOn} className="flex items-start justify-between gap-3 py-2.5 first:pt-0">
                    <span className="min-w-0">
                      <span className="flex flex-wrap items-center gap-x-2 font-semibold">
                        {format.period(startsOn, endsOn)}
                        {startsOn <= today && today < endsOn ? (
                          <Badge tone="brand">{t('preview.now')}</Badge>
                        ) : null}
                      </span>
                      <span className="block text-sm text-muted">
                        {phase === 'trial'
                          ? t('preview.trial')
                          : expected
                            ? t('preview.rechargeOn', { date: format.date(startsOn) })
                            : t('preview.dueOn', { date: format.date(dueOn) })}
                        {phase === 'intro' ? ` · ${t('preview.intro')}` : ''}
                      </span>
                    </span>
                    {charge.amount === 0 ? (
                      <span className="font-semibold text-positive">{t('preview.free')}</span>
                    ) : (
                      <Money value={charge} className={expected ? 'text-muted' : undefined} />
                    )}
                  </li>
                )
              })}
            </ol>
            {preview.data?.ends === 'calendar' ? <Note>{t('preview.ends')}</Note> : null}
            {shares.length > 0 && first ? (
              <Note>
                {t('preview.shares', {
                  parts: shares
                    .map(
                      ({ memberId, amount }) =>
                        `${shortNameOf(memberId)} ${format.money({ amount, currency: first.charge.currency })}`,
                    )
                    .join(' · '),
                })}
              </Note>
            ) : null}
            {summary.past.length > 0 && summary.past[0] ? (
              <Note>
                {t('preview.past', {
                  count: summary.past.length,
                  date: format.shortDate(summary.past[0].startsOn),
                })}
              </Note>
            ) : null}
            {form.renewal === 'manual' && !summary.stopped && summary.shown[0] ? (
              <Note>{t('preview.manual', { date: format.date(addDays(summary.shown[0].endsOn, -1)) })}</Note>
            ) : null}
          </>
        )}
      </div>
    </Card>
  )
}
