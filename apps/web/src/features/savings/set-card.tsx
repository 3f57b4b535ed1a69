import { useFormat } from '@streamline/client'
import { useSavingsText, type CheapestSet, type Needs, type SavingsResult } from '@streamline/client/savings'
import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'
import { BothWays } from './both-ways.tsx'

const looks = {
  less: 'text-xl text-positive',
  same: 'text-lg',
  more: 'text-lg',
}

const Headline = ({ set }: { set: CheapestSet }) => {
  const { text, way } = useSavingsText().headline(set)
  return <p className={classes('font-bold text-balance', looks[way])}>{text}</p>
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

const Budget = ({ of }: { of: NonNullable<CheapestSet['budget']> }) => {
  const { text, isOver } = useSavingsText().budget(of)
  return <p className={classes('mt-4 text-sm font-medium', isOver && 'text-warn')}>{text}</p>
}

const Proof = ({ set }: { set: CheapestSet }) => {
  const proof = useSavingsText().proof(set)
  return proof === null ? null : (
    <p className="mt-4 flex gap-2.5 text-sm">
      <ShieldCheck size={18} aria-hidden className="mt-0.5 shrink-0 text-positive" />
      <span>{proof}</span>
    </p>
  )
}

const Warnings = ({ set }: { set: CheapestSet }) => {
  const { t } = useTranslation('savings')
  const say = useSavingsText()
  const [unmet, old] = [say.unmet(set), say.oldPrices(set)]
  return (
    <>
      {set.lost.length > 0 ? (
        <div className="mt-4">
          <h3 className="text-sm font-semibold">{t('set.lost')}</h3>
          <ul className="mt-1 list-disc pl-5 text-sm text-muted">
            {set.lost.map((lost) => (
              <li key={`${lost.subscription.id} ${lost.service.id}`}>{say.lost(lost)}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {unmet === null ? null : <p className="mt-4 text-sm text-warn">{unmet}</p>}
      {old === null ? null : (
        <p className="mt-4 flex gap-2.5 rounded-control bg-warn-soft px-4 py-3 text-sm text-warn">
          <TriangleAlert size={18} aria-hidden className="mt-0.5 shrink-0" />
          {old}
        </p>
      )}
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
          {set.budget === null ? null : <Budget of={set.budget} />}
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
