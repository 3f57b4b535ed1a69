import { type SubscriptionDetail, useFormat, useIntervalText } from '@streamline/client'
import { useTaxText } from '@streamline/client/subscriptions'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, Hairline } from '../../../design/card.tsx'
import { FactRow } from './fact-row.tsx'

interface Fact {
  readonly label: string
  readonly value: string
  readonly under?: readonly (string | null)[]
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)

/** Price with its tax, how often, how it renews, and where the price was seen. */
export const TermsCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation(['subscriptions', 'words'])
  const format = useFormat()
  const interval = useIntervalText()
  const taxText = useTaxText()(subscription)
  const { debit, plan, line, kind, renewal, billDay, dueDays, startsOn, decideBy, noticeDays } = subscription
  const { dayRate, minimumTerm, status, removedOn, stopsAt } = subscription
  const facts: (Fact | null)[] = [
    { label: t('terms.price'), value: format.money(debit), under: [taxText] },
    dayRate === null
      ? { label: t('terms.interval'), value: capital(interval(subscription.interval)) }
      : {
          label: t('terms.dayRate'),
          value: format.money(dayRate.rate),
          under: [
            dayRate.next === null
              ? null
              : t('terms.dayRateNext', {
                  rate: format.money(dayRate.next.rate),
                  date: format.shortDate(dayRate.next.fromOn),
                }),
            t('terms.leftOver', { amount: format.money(dayRate.leftOver) }),
          ],
        },
    { label: t('terms.renewal'), value: t(`words:renewal.${renewal}`) },
    billDay === null
      ? null
      : { label: t('terms.bill'), value: t('terms.billText', { day: billDay, count: dueDays ?? 0 }) },
    stopsAt === null
      ? null
      : {
          label: t('terms.stopsAt'),
          value: t('terms.stopsAtText', { time: format.wallTime(stopsAt) }),
        },
    decideBy === null || removedOn !== null
      ? null
      : {
          label: t('terms.decideBy'),
          value: format.date(decideBy),
          under: [noticeDays > 0 ? t('terms.notice', { count: noticeDays }) : null],
        },
    minimumTerm === null || removedOn !== null
      ? null
      : {
          label: t('terms.minimumTerm'),
          value: t('terms.minimumTermText', { date: format.date(minimumTerm.untilOn) }),
          under: [
            minimumTerm.exitFee === null
              ? null
              : t('terms.exitFee', { amount: format.money(minimumTerm.exitFee) }),
          ],
        },
    line === null ? null : { label: t(`terms.line.${kind}`), value: line },
    plan === null
      ? null
      : {
          label: t('terms.plan'),
          value: plan.name,
          under: [
            plan.status === 'current'
              ? null
              : t(`terms.seen.${plan.status}`, { date: format.shortDate(plan.asOf) }),
          ],
        },
    { label: t(status === 'scheduled' ? 'terms.starts' : 'terms.startsOn'), value: format.date(startsOn) },
  ]
  return (
    <Card title={t('terms.title')}>
      {facts
        .filter((fact) => fact !== null)
        .map((fact, at) => (
          <Fragment key={fact.label}>
            {at > 0 ? <Hairline /> : null}
            <FactRow {...fact} />
          </Fragment>
        ))}
    </Card>
  )
}
