import { type CalendarMonthView, useFormat } from '@streamline/client'
import { useInsightsText } from '@streamline/client/insights'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'

/** What each day brings, in words. */
export const CalendarAgenda = ({
  days,
  onAll,
}: {
  days: CalendarMonthView['days']
  /** Null where the whole month is shown. */
  onAll: (() => void) | null
}) => {
  const { t } = useTranslation('insights')
  const format = useFormat()
  const say = useInsightsText()
  return (
    <Card>
      {days.length === 0 ? <p className="text-muted">{t('calendar.empty')}</p> : null}
      <ol className="space-y-5">
        {days.map(({ on, totals, entries }) => (
          <li key={on}>
            <div className="flex items-baseline justify-between gap-3 text-sm text-muted">
              <h3 className="font-semibold">{format.date(on)}</h3>
              <span className="figures">{totals.map((total) => format.money(total)).join(' + ')}</span>
            </div>
            <ul>
              {entries.map((entry) => (
                <li key={`${entry.subscriptionId} ${entry.entry}`}>
                  <Link
                    to="/subscriptions/$subscriptionId"
                    params={{ subscriptionId: entry.subscriptionId }}
                    className="-mx-2 flex min-h-12 items-center gap-3 rounded-control px-2 py-1.5 hover:bg-sunken"
                  >
                    <BrandTile
                      name={entry.providerId ?? entry.name}
                      color={entry.brandColor}
                      look={entry.look}
                      size="sm"
                    />
                    <span className={classes('min-w-0 flex-1', entry.cancelled && 'line-through')}>
                      <span className="block truncate font-medium">{entry.name}</span>
                      <span className="block truncate text-sm text-muted">{say.entry(entry)}</span>
                    </span>
                    {entry.amount === null ? null : <Money value={entry.amount} size="sm" />}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {onAll === null ? null : (
        <div className="mt-4">
          <Button variant="secondary" size="sm" onClick={onAll}>
            {t('calendar.all')}
          </Button>
        </div>
      )}
    </Card>
  )
}
