import { type Overview, type Saving, useFormat } from '@streamline/client'
import { useSavingText } from '@streamline/client/overview'
import { ChevronDown, PiggyBank } from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'

/** Both cash plans, and what lies between them. */
const Proof = ({
  of: { now, after, perYear },
  children,
}: {
  of: Pick<Saving, 'now' | 'after' | 'perYear'>
  /** What can be done about it. */
  children: ReactNode
}) => {
  const { t } = useTranslation('overview')
  return (
    <details className="group mt-3">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-tile font-semibold text-positive underline-offset-4 hover:underline">
        {t('saving.proof')}
        <ChevronDown size={18} aria-hidden className="transition-transform group-open:rotate-180" />
      </summary>
      <dl className="mt-1 space-y-2">
        <div className="flex justify-between gap-4">
          <dt>{t('saving.now')}</dt>
          <dd>
            <Money value={now} exact />
          </dd>
        </div>
        <div className="flex justify-between gap-4">
          <dt>{t('saving.after')}</dt>
          <dd>
            <Money value={after} exact />
          </dd>
        </div>
        <div className="flex justify-between gap-4 border-t border-positive/30 pt-2 font-bold text-positive">
          <dt>{t('saving.difference')}</dt>
          <dd>
            <Money value={perYear} exact />
          </dd>
        </div>
      </dl>
      <p className="mt-2 text-sm text-muted">{t('saving.proofNote')}</p>
      {children}
    </details>
  )
}

/** The way to everything else that could be saved. */
const All = () => {
  const { t } = useTranslation('overview')
  return (
    <ButtonLink to="/savings" variant="quiet" size="sm" className="mt-3 -ml-3">
      {t('saving.all')}
    </ButtonLink>
  )
}

const Amount = ({ children }: { children: ReactNode }) => (
  <h2 className="flex items-start gap-3 text-lg font-bold tracking-tight text-positive">
    <PiggyBank size={24} className="mt-0.5 shrink-0" aria-hidden />
    {children}
  </h2>
)

/** The cheapest set, where that saves more than any single change. */
const Cheapest = ({ cheapest }: { cheapest: NonNullable<Overview['cheapest']> }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <section className="rounded-card bg-positive-soft p-5 wide:p-6">
      <Amount>{t('saving.cheapest', { money: format.money(cheapest.perYear) })}</Amount>
      <p className="mt-1.5">{t('saving.cheapestProven')}</p>
      {cheapest.hasOldPrices ? <p className="mt-1.5 text-sm text-warn">{t('saving.oldPrices')}</p> : null}
      <Proof of={cheapest}>{null}</Proof>
      <ButtonLink to="/savings" variant="quiet" size="sm" className="mt-3 -ml-3">
        {t('saving.seeHow')}
      </ButtonLink>
    </section>
  )
}

/** Fourth answer, second half: the one best saving, with its proof. */
export const SavingCard = ({ overview: { saving, cheapest } }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const textOf = useSavingText()
  if (cheapest !== null) return <Cheapest cheapest={cheapest} />
  if (!saving)
    return (
      <Card title={t('saving.title')}>
        <p className="text-muted">{t('saving.none')}</p>
        <All />
      </Card>
    )
  return (
    <section className="rounded-card bg-positive-soft p-5 wide:p-6">
      <Amount>{t('saving.amount', { money: format.money(saving.perYear) })}</Amount>
      <p className="mt-1.5">{textOf(saving)}</p>
      <Proof of={saving}>
        <ButtonLink
          to="/subscriptions/$subscriptionId"
          params={{ subscriptionId: saving.subscriptionId }}
          variant="secondary"
          size="sm"
          className="mt-3 max-w-full"
        >
          <span className="truncate">{t('saving.open', { name: saving.name })}</span>
        </ButtonLink>
      </Proof>
      <All />
    </section>
  )
}
