import { type Plan, useFormat, useHousehold, useIntervalText } from '@streamline/client'
import { type PlanGroup, planTexts, shelvesOf } from '@streamline/client/catalogue'
import { intervalChoiceKey } from '@streamline/client/subscriptions'
import type { BillingInterval } from '@streamline/domain'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { PlanCard } from './plan-card.tsx'

type OnPick = (plan: Plan) => void

const Cards = ({
  plans,
  isLengthSaid = false,
  onPick,
}: {
  plans: readonly Plan[]
  isLengthSaid?: boolean
  onPick: OnPick
}) => {
  const { t } = useTranslation(['add'])
  const format = useFormat()
  const texts = useMemo(() => planTexts({ t, format })(plans), [t, format, plans])
  return (
    <ul className="grid gap-3 min-[40rem]:grid-cols-2 wide:grid-cols-3">
      {plans.map((plan) => (
        <li key={plan.id}>
          <PlanCard
            plan={plan}
            text={texts.get(plan.id) ?? { title: plan.name, facts: [] }}
            isLengthSaid={isLengthSaid}
            onPick={() => onPick(plan)}
          />
        </li>
      ))}
    </ul>
  )
}

/** "28 days" of a pack, "Monthly" of what renews on a date. */
const useLengthText = () => {
  const words = useTranslation('words').t
  const interval = useIntervalText()
  const { locale } = useFormat()
  return (length: BillingInterval): string => {
    if (length.unit === 'day') return words('days', { count: length.count })
    const text = interval(length)
    return text.charAt(0).toLocaleUpperCase(locale) + text.slice(1)
  }
}

const keyOf = ({ interval }: PlanGroup): string =>
  interval === null ? 'others' : intervalChoiceKey(interval)

/** Where all run equally long, it stands on each card; else once above each group. */
const Groups = ({
  groups,
  level,
  onPick,
}: {
  groups: readonly PlanGroup[]
  level: 2 | 3
  onPick: OnPick
}) => {
  const { t } = useTranslation('add')
  const lengthText = useLengthText()
  const Heading = level === 2 ? 'h2' : 'h3'
  if (groups.length < 2)
    return groups.map((group) => <Cards key={keyOf(group)} plans={group.plans} onPick={onPick} />)
  return groups.map((group) => (
    <section key={keyOf(group)}>
      <Heading className="mb-2.5 font-bold tracking-tight">
        {group.interval === null ? t('plans.otherLengths') : lengthText(group.interval)}
      </Heading>
      <Cards plans={group.plans} isLengthSaid={group.interval !== null} onPick={onPick} />
    </section>
  ))
}

const Folded = ({
  label,
  plans,
  open,
  onPick,
}: {
  label: string
  plans: readonly Plan[]
  open: boolean
  onPick: OnPick
}) =>
  plans.length === 0 ? null : (
    <details className="group" open={open}>
      <summary className="flex min-h-11 items-center font-semibold text-brand group-open:mb-3">
        {label}
      </summary>
      <Cards plans={plans} onPick={onPick} />
    </details>
  )

/** Current prices first, then what was not checked lately, by how long they run; data packs and older ones folded away. */
export const PlanShelves = ({
  plans,
  isSearch,
  onPick,
}: {
  plans: readonly Plan[]
  /** Somebody looks for something: what is found is not hidden. */
  isSearch: boolean
  onPick: OnPick
}) => {
  const { t } = useTranslation('add')
  const { today } = useHousehold()
  const { fresh, unchecked, dataOnly, older } = useMemo(() => shelvesOf(plans, today), [plans, today])
  const isEmpty = fresh.length + unchecked.length === 0
  return (
    <>
      <Groups groups={fresh} level={2} onPick={onPick} />
      {unchecked.length > 0 ? (
        <section aria-labelledby="unchecked" className="space-y-5">
          <div>
            <h2 id="unchecked" className="text-lg font-bold tracking-tight">
              {t('plans.unchecked')}
            </h2>
            <p className="text-sm text-muted">{t('plans.uncheckedText')}</p>
          </div>
          <Groups groups={unchecked} level={3} onPick={onPick} />
        </section>
      ) : null}
      <Folded
        label={t('plans.dataOnly', { count: dataOnly.length })}
        plans={dataOnly}
        open={isEmpty || isSearch}
        onPick={onPick}
      />
      <Folded
        label={t('plans.older', { count: older.length })}
        plans={older}
        open={isEmpty && dataOnly.length === 0}
        onPick={onPick}
      />
    </>
  )
}
