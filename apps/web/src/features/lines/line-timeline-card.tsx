import { type LineDetail, useFormat, useHousehold } from '@streamline/client'
import { useStretchText } from '@streamline/client/lines'
import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'

type Stretch = LineDetail['history'][number]

const rail =
  'before:absolute before:top-5 before:bottom-[-0.25rem] before:left-[0.4375rem] before:border-l-2 before:border-line'

const useSpanText = () => {
  const { t } = useTranslation('lines')
  const format = useFormat()
  const { today } = useHousehold()
  return ({ startsOn, usableUntil }: Stretch): string => {
    const from = format.date(startsOn)
    if (usableUntil === null) return t(startsOn > today ? 'from' : 'since', { date: from })
    return usableUntil === startsOn ? from : t('span', { from, until: format.date(usableUntil) })
  }
}

const StretchRow = ({ stretch, isLast }: { stretch: Stretch; isLast: boolean }) => {
  const { t } = useTranslation(['lines', 'words'])
  const what = useStretchText()
  const span = useSpanText()
  const { today } = useHousehold()
  const { subscriptionId, name, providerName, status, pack, visibility, usableUntil } = stretch
  const isOver = status === 'expired' || (usableUntil !== null && usableUntil < today)
  const provider = providerName === null || name.includes(providerName) ? null : providerName
  return (
    <li className={classes('relative pb-5 pl-8 last:pb-0', !isLast && rail)}>
      <span
        aria-hidden
        className={classes(
          'absolute top-1.5 left-0 size-4 rounded-full border-2',
          isOver ? 'border-strong/60 bg-surface' : 'border-brand bg-brand',
          pack !== null && 'scale-75',
        )}
      />
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <Link
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId }}
          className="-my-2.5 min-w-0 py-2.5 font-semibold break-words hover:underline"
        >
          {name}
        </Link>
        {isOver || pack !== null ? null : (
          <Badge tone={status === 'active' ? 'positive' : 'neutral'}>{t(`words:status.${status}`)}</Badge>
        )}
      </div>
      <p className="text-sm text-muted">
        {[provider, what(stretch)].filter((part) => part !== null).join(' · ')}
      </p>
      <p className="figures text-sm text-muted">
        {span(stretch)}
        {visibility === 'private' ? (
          <span className="ml-2 inline-flex items-center gap-1 align-middle">
            <Lock size={14} aria-hidden />
            {t('private')}
          </span>
        ) : null}
      </p>
    </li>
  )
}

/** Everything that served the number, of whatever provider, the newest first. */
export const LineTimelineCard = ({ line: { history } }: { line: LineDetail }) => {
  const { t } = useTranslation('lines')
  const newest = history.toReversed()
  return (
    <Card title={t('history')}>
      {newest.length === 0 ? <p className="text-muted">{t('noHistory')}</p> : null}
      <ol className="empty:hidden">
        {newest.map((stretch, at) => (
          <StretchRow
            key={`${stretch.subscriptionId} ${stretch.pack?.id ?? ''}`}
            stretch={stretch}
            isLast={at === newest.length - 1}
          />
        ))}
      </ol>
    </Card>
  )
}
