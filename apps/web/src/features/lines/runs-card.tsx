import { type LineDetail, useFormat, useHousehold } from '@streamline/client'
import { needsRecharge, useRechargeNow } from '@streamline/client/subscriptions'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ActButton } from '../../design/act-button.tsx'
import { BrandTile } from '../../design/brand-tile.tsx'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { Money } from '../../design/money.tsx'
import { WholeName } from '../../design/whole-name.tsx'
import { NextDate } from '../subscriptions/list/next-date.tsx'

type Run = LineDetail['runs'][number]

const RunRow = ({ subscription, packs }: Run) => {
  const { t } = useTranslation(['lines', 'subscriptions', 'verbs'])
  const format = useFormat()
  const { today } = useHousehold()
  const navigate = useNavigate()
  const { rechargeNow, isRecharging } = useRechargeNow()
  const { id, name, providerId, brandColor, look, debit, renewal, status } = subscription
  const to = { to: '/subscriptions/$subscriptionId', params: { subscriptionId: id } } as const
  return (
    <li className="flex min-w-0 items-start gap-3 px-5 py-3.5 wide:px-6">
      <BrandTile name={providerId ?? name} color={brandColor} look={look} />
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <Link {...to} className="-my-2.5 min-w-0 py-2.5 font-semibold hover:underline">
            <WholeName name={name} />
          </Link>
          <Money value={debit} className="shrink-0" />
        </div>
        <div className="flex min-h-11 flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <NextDate subscription={subscription} />
          {needsRecharge(subscription, today) ? (
            <ActButton
              variant="soft"
              size="sm"
              busy={isRecharging(id)}
              aria-label={`${t('verbs:recharge')}: ${name}`}
              onClick={() => void rechargeNow(id)}
              onDetails={() => void navigate({ ...to, search: { open: 'recharge' } })}
            >
              {t('verbs:recharge')}
            </ActButton>
          ) : renewal === 'manual' && status !== 'scheduled' ? (
            <ButtonLink
              {...to}
              search={{ open: 'recharge' }}
              variant="soft"
              size="sm"
              aria-label={`${t('verbs:rechargeEarly')}: ${name}`}
            >
              {t('verbs:rechargeEarly')}
            </ButtonLink>
          ) : null}
        </div>
        <ul className="mt-1 space-y-0.5 text-sm text-muted empty:hidden">
          {packs.map(({ id: pack, title, usableUntil }) => (
            <li key={pack} className="break-words">
              {title === null ? t('pack') : t('packNamed', { title })}
              {usableUntil === null
                ? null
                : ` · ${t('subscriptions:row.until', { date: format.shortDate(usableUntil) })}`}
            </li>
          ))}
        </ul>
      </div>
    </li>
  )
}

/** What is on the number now or is to come: base pack, boosters beside it, postpaid. */
export const RunsCard = ({ line }: { line: LineDetail }) => {
  const { t } = useTranslation('lines')
  const { runs, moreRuns } = line
  return (
    <Card title={t('now')} flush className="overflow-hidden">
      {runs.length === 0 ? <p className="px-5 pb-5 text-muted wide:px-6">{t('nothing')}</p> : null}
      <List>
        {runs.map((run) => (
          <RunRow key={run.subscription.id} {...run} />
        ))}
      </List>
      {moreRuns === 0 ? null : (
        <p className="px-5 pb-4 text-sm text-muted wide:px-6">{t('more', { count: moreRuns })}</p>
      )}
    </Card>
  )
}
