import { type SubscriptionDetail, useFormat, useIntervalText } from '@streamline/client'
import { useTaxText } from '@streamline/client/subscriptions'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'

const Row = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex items-baseline justify-between gap-4 py-2.5">
    <dt className="shrink-0 text-sm text-muted">{label}</dt>
    <dd className="min-w-0 text-right font-medium break-words">{children}</dd>
  </div>
)

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Price with its tax, how often, how it renews, and where the price was seen. */
export const TermsCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const format = useFormat()
  const interval = useIntervalText()
  const taxText = useTaxText()(subscription)
  const {
    debit,
    plan,
    line,
    lineId,
    kind,
    renewal,
    billDay,
    dueDays,
    startsOn,
    decideBy,
    noticeDays,
    stopsAt,
    dayRate,
    minimumTerm,
    status,
    removedOn,
  } = subscription
  return (
    <Card title={t('terms.title')}>
      <dl className="-my-2 divide-y divide-line/80">
        <Row label={t('terms.price')}>
          <Money value={debit} />
          {taxText ? <span className="block text-sm text-muted">{taxText}</span> : null}
        </Row>
        {dayRate === null ? (
          <Row label={t('terms.interval')}>{capital(interval(subscription.interval))}</Row>
        ) : (
          <Row label={t('terms.dayRate')}>
            <span className="figures">{format.money(dayRate.rate)}</span>
            {dayRate.next === null ? null : (
              <span className="figures block text-sm text-muted">
                {t('terms.dayRateNext', {
                  rate: format.money(dayRate.next.rate),
                  date: format.shortDate(dayRate.next.fromOn),
                })}
              </span>
            )}
            <span className="figures block text-sm text-muted">
              {t('terms.leftOver', { amount: format.money(dayRate.leftOver) })}
            </span>
          </Row>
        )}
        <Row label={t('terms.renewal')}>{t(`words:renewal.${renewal}`)}</Row>
        {billDay === null ? null : (
          <Row label={t('terms.bill')}>{t('terms.billText', { day: billDay, count: dueDays ?? 0 })}</Row>
        )}
        {stopsAt === null ? null : (
          <Row label={t('terms.stopsAt')}>{t('terms.stopsAtText', { time: format.wallTime(stopsAt) })}</Row>
        )}
        {decideBy === null || removedOn !== null ? null : (
          <Row label={t('terms.decideBy')}>
            {format.date(decideBy)}
            {noticeDays > 0 ? (
              <span className="block text-sm text-muted">{t('terms.notice', { count: noticeDays })}</span>
            ) : null}
          </Row>
        )}
        {minimumTerm === null || removedOn !== null ? null : (
          <Row label={t('terms.minimumTerm')}>
            {t('terms.minimumTermText', { date: format.date(minimumTerm.untilOn) })}
            {minimumTerm.exitFee === null ? null : (
              <span className="figures block text-sm text-muted">
                {t('terms.exitFee', { amount: format.money(minimumTerm.exitFee) })}
              </span>
            )}
          </Row>
        )}
        {line === null ? null : (
          <Row label={t(`terms.line.${kind}`)}>
            {lineId === null ? (
              <span className="figures">{line}</span>
            ) : (
              <Link
                to="/subscriptions/numbers/$lineId"
                params={{ lineId }}
                className="figures -my-2.5 inline-flex min-h-11 items-center text-brand hover:underline"
              >
                {line}
              </Link>
            )}
          </Row>
        )}
        {plan === null ? null : (
          <Row label={t('terms.plan')}>
            {plan.name}
            {plan.status === 'current' ? null : (
              <span className="block text-sm text-muted">
                {t(`terms.seen.${plan.status}`, { date: format.shortDate(plan.asOf) })}
              </span>
            )}
          </Row>
        )}
        <Row label={t(status === 'scheduled' ? 'terms.starts' : 'terms.startsOn')}>
          {format.date(startsOn)}
        </Row>
      </dl>
    </Card>
  )
}
