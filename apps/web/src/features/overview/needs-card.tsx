import { type Overview, useFormat } from '@streamline/client'
import { foldedNeeds, useNeedActions } from '@streamline/client/overview'
import { CircleCheckBig } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List } from '../../design/list-row.tsx'
import { ArrivalRow } from './arrival-row.tsx'
import { NeedRow } from './need-row.tsx'
import { OthersNeeds } from './others-needs.tsx'
import { StepNeed } from './step-need.tsx'

/** The others stand on the Savings screen. */
const STEPS_SHOWN = 3

const NothingToDo = ({ next }: { next: Overview['running']['renewals'][number] | undefined }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  return (
    <div className="flex items-center gap-4 px-5 pt-1 pb-6 wide:px-6">
      <span className="flex size-11 shrink-0 items-center justify-center rounded-full bg-positive-soft text-positive">
        <CircleCheckBig size={22} aria-hidden />
      </span>
      <div className="min-w-0">
        <p className="font-semibold">{t('needs.none')}</p>
        {next ? (
          <p className="text-muted">
            {t('needs.next', { name: next.name, when: format.relative(next.renewsOn) })}
          </p>
        ) : null}
      </div>
    </div>
  )
}

/** First answer: what waits for who looks, the most urgent first, each with what to do about it; others in one line. */
export const NeedsCard = ({ overview }: { overview: Overview }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const actions = useNeedActions()
  const [all, setAll] = useState(false)
  const { arrivals, running, steps } = overview
  const { yours, shown, count: asked, others, unseen } = foldedNeeds(overview, all)
  const count = asked + steps.length
  return (
    <Card
      flush
      title={t('needs.title')}
      aside={
        count > 0 ? (
          <span className="figures flex h-7 min-w-7 items-center justify-center rounded-full bg-brand px-2 text-sm font-bold text-on-brand">
            <span aria-hidden>{format.number(count)}</span>
            <span className="sr-only">{t('needs.count', { count })}</span>
          </span>
        ) : null
      }
    >
      {count === 0 ? (
        <NothingToDo next={running.renewals[0]} />
      ) : (
        <List>
          {arrivals.map((arrival) => (
            <ArrivalRow key={arrival.settlementId} arrival={arrival} />
          ))}
          {shown.map((group) => (
            <NeedRow key={group.key} group={group} actions={actions} mayAct />
          ))}
          {steps.slice(0, STEPS_SHOWN).map((step) => (
            <StepNeed key={step.id} step={step} />
          ))}
        </List>
      )}
      {shown.length < yours.length || steps.length > STEPS_SHOWN ? (
        <div className="flex flex-wrap gap-x-2 px-5 pb-2 wide:px-6">
          {shown.length < yours.length ? (
            <Button variant="quiet" size="sm" className="-ml-4" onClick={() => setAll(true)}>
              {t('needs.all', { count: asked })}
            </Button>
          ) : null}
          {steps.length > STEPS_SHOWN ? (
            <ButtonLink to="/savings" variant="quiet" size="sm" className="first:-ml-4">
              {t('steps.all', { count: steps.length })}
            </ButtonLink>
          ) : null}
        </div>
      ) : null}
      {unseen > 0 ? (
        <p className="px-5 pb-4 text-muted wide:px-6">{t('needs.more', { count: unseen })}</p>
      ) : null}
      {others.count > 0 ? <OthersNeeds {...others} actions={actions} /> : null}
    </Card>
  )
}
