import { useFormat } from '@streamline/client'
import type { CheapestSet, Needs, SavingsResult } from '@streamline/client/savings'
import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { Money } from '../../design/money.tsx'
import { BothWays } from './both-ways.tsx'

const Headline = ({ set: { saving, isBetter } }: { set: CheapestSet }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  if (saving.amount < 0)
    return (
      <p className="text-lg font-bold text-balance">
        {t('set.more', { money: format.money({ ...saving, amount: -saving.amount }) })}
      </p>
    )
  return isBetter ? (
    <p className="text-xl font-bold text-balance text-positive">
      {t('set.better', { money: format.money(saving) })}
    </p>
  ) : (
    <p className="text-lg font-bold text-balance">{t('set.same')}</p>
  )
}

const Way = ({ name, of: { total, monthly } }: { name: string; of: CheapestSet['now'] }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{name}</dt>
      <dd>
        <Money value={total} size="lg" />
        <span className="block text-sm text-muted">{t('set.monthly', { money: format.money(monthly) })}</span>
      </dd>
    </div>
  )
}

const Proof = ({ set: { proof, secondBest } }: { set: CheapestSet }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  return (
    <p className="mt-4 flex gap-2.5 text-sm">
      <ShieldCheck size={18} aria-hidden className="mt-0.5 shrink-0 text-positive" />
      <span>
        {proof.status === 'optimal'
          ? t('set.proven', { count: proof.choices })
          : t('set.unproven', { money: format.money(proof.bound) })}{' '}
        {secondBest === null || secondBest.more.amount === 0
          ? null
          : t('set.second', { money: format.money(secondBest.more) })}
      </span>
    </p>
  )
}

const Warnings = ({ set: { lost, unmet, oldPrices } }: { set: CheapestSet }) => {
  const { t } = useTranslation('savings')
  const format = useFormat()
  const missing = [...new Set(unmet.map(({ service }) => service.name))]
  return (
    <>
      {lost.length > 0 ? (
        <div className="mt-4">
          <h3 className="text-sm font-semibold">{t('set.lost')}</h3>
          <ul className="mt-1 list-disc pl-5 text-sm text-muted">
            {lost.map(({ service, from, subscription }) => (
              <li key={`${subscription.id} ${service.id}`}>
                {t('set.lostLine', { service: service.name, date: format.date(from) })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {missing.length > 0 ? (
        <p className="mt-4 text-sm text-warn">{t('set.unmet', { services: format.list(missing) })}</p>
      ) : null}
      {oldPrices.length > 0 ? (
        <p className="mt-4 flex gap-2.5 rounded-control bg-warn-soft px-4 py-3 text-sm text-warn">
          <TriangleAlert size={18} aria-hidden className="mt-0.5 shrink-0" />
          {t('set.old', { names: format.list(oldPrices.map(({ name }) => name)) })}
        </p>
      ) : null}
    </>
  )
}

/** The cheapest set against today's, with its proof. */
export const SetCard = ({
  result: { set, needs },
  busy,
  onNeeds,
}: {
  result: SavingsResult
  busy: boolean
  onNeeds: (needs: Needs) => void
}) => {
  const { t } = useTranslation('savings')
  return (
    <Card title={t('set.title')}>
      {set === null ? (
        <p className="text-muted">{t('set.impossible')}</p>
      ) : (
        <>
          <Headline set={set} />
          <dl className="mt-3 grid grid-cols-2 gap-4">
            <Way name={t('set.now')} of={set.now} />
            <Way name={t('set.best')} of={set.best} />
          </dl>
          <Proof set={set} />
          <div className="mt-5">
            <BothWays months={set.months} />
          </div>
          <Warnings set={set} />
        </>
      )}
      <CheckField
        className="mt-5"
        label={t('set.withOld')}
        checked={needs.withOldPrices}
        onChange={(withOldPrices) => (busy ? undefined : onNeeds({ ...needs, withOldPrices }))}
      />
    </Card>
  )
}
