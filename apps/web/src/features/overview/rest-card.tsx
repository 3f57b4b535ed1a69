import type { Overview } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { BrandTile } from '../../design/brand-tile.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Day } from '../../design/day.tsx'
import { List, RowLink } from '../../design/list-row.tsx'
import { Amounts, Money } from '../../design/money.tsx'

/** Fifth answer: how much is running, what it truly costs, and what renews next. */
export const RestCard = ({ overview: { running, currency } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const words = useTranslation('words').t
  return (
    <Card
      title={t('rest.title')}
      flush
      aside={
        <ButtonLink to="/subscriptions" variant="quiet" size="sm" className="-mr-4">
          {t('rest.all')}
        </ButtonLink>
      }
    >
      <div className="@container px-5 pb-5 wide:px-6">
        <div className="grid gap-3 @md:grid-cols-2">
          <div className="rounded-control bg-sunken px-4 py-3">
            <p className="figures text-xl font-bold tracking-tight">
              {t('rest.running', { count: running.count })}
            </p>
            <p className="text-sm text-muted">
              {running.byKind.map(({ kind, count }) => `${words(`kind.${kind}`)} ${count}`).join(' · ')}
            </p>
          </div>
          <div className="rounded-control bg-sunken px-4 py-3">
            <Amounts values={running.monthlyCost} currency={currency} size="lg" />
            <p className="text-sm text-muted">{t('rest.monthly')}</p>
            <p className="text-xs text-faint">{t('rest.monthlyHint')}</p>
          </div>
        </div>
      </div>
      {running.renewals.length > 0 ? (
        <>
          <h3 className="border-t border-line px-5 pt-4 text-sm font-semibold text-faint wide:px-6">
            {t('rest.renewals')}
          </h3>
          <List className="pb-2">
            {running.renewals.slice(0, 5).map((renewal) => (
              <li key={renewal.subscriptionId}>
                <RowLink
                  to="/subscriptions/$subscriptionId"
                  params={{ subscriptionId: renewal.subscriptionId }}
                  leading={
                    <BrandTile
                      name={renewal.providerId ?? renewal.name}
                      color={renewal.brandColor}
                      look={renewal.look}
                    />
                  }
                  title={renewal.name}
                  subtitle={renewal.line ?? words(`kind.${renewal.kind}`)}
                  trailing={
                    <>
                      <Money value={renewal.amount} />
                      <Day on={renewal.renewsOn} className="text-sm text-muted" />
                    </>
                  }
                />
              </li>
            ))}
          </List>
        </>
      ) : null}
    </Card>
  )
}
