import { itemsOf, type Kind, type Plan, useHousehold, useIntervalText } from '@streamline/client'
import { usePlans } from '@streamline/client/catalogue'
import { intervalChoiceKey } from '@streamline/client/subscriptions'
import { approximateDays, isOldPrice } from '@streamline/domain'
import { PencilLine, Search } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Empty } from '../../../design/empty.tsx'
import { ErrorState } from '../../../design/error-state.tsx'
import { MoreButton } from '../../../design/more-button.tsx'
import { controlClass } from '../../../design/field.tsx'
import { FilterSelect } from '../../../design/filter-select.tsx'
import { focusFirst } from '../../../design/focus-first.ts'
import { Segmented } from '../../../design/segmented.tsx'
import { Skeleton } from '../../../design/skeleton.tsx'
import { PlanCard } from './plan-card.tsx'
import { useDebounced } from './use-debounced.ts'

/** With this many plans a field to narrow them is worth its room. */
const many = 9

const Cards = ({ plans, onPick }: { plans: readonly Plan[]; onPick: (plan: Plan) => void }) => (
  <ul className="grid gap-3 min-[40rem]:grid-cols-2 wide:grid-cols-3">
    {plans.map((plan) => (
      <li key={plan.id}>
        <PlanCard plan={plan} onPick={() => onPick(plan)} />
      </li>
    ))}
  </ul>
)

/** Second step: which of its prices? Current ones first, then what was not checked lately, older ones folded away. */
export const PlansStep = ({
  providerId,
  kinds,
  kind,
  onKind,
  onPlan,
  onOther,
}: {
  providerId: string
  kinds: readonly Kind[]
  kind: Kind | undefined
  onKind: (kind: Kind) => void
  onPlan: (plan: Plan) => void
  onOther: () => void
}) => {
  const { t } = useTranslation(['add', 'words'])
  const { country, today } = useHousehold()
  const [text, setText] = useState('')
  const [region, setRegion] = useState('')
  const [length, setLength] = useState('')
  const intervalText = useIntervalText()
  const q = useDebounced(text.trim(), 150)
  const list = usePlans({
    country,
    providerId,
    ...(kind === undefined ? {} : { kind }),
    ...(q === '' ? {} : { q }),
  })
  const all = itemsOf(list.data)
  const regions = [...new Set(all.map((plan) => plan.region).filter((name) => name !== null))].toSorted()
  const intervals = [
    ...new Map(all.map((plan) => [intervalChoiceKey(plan.interval), plan.interval])).values(),
  ].toSorted((a, b) => approximateDays(a) - approximateDays(b))
  // The catalogue's own order is kept: whole plans before add-ons, then the price.
  const plans = all.filter(
    (plan) =>
      (region === '' || plan.region === region || plan.region === null) &&
      (length === '' || intervalChoiceKey(plan.interval) === length),
  )
  const fresh = plans.filter((plan) => !isOldPrice(plan, today))
  const unchecked = plans.filter((plan) => plan.status !== 'superseded' && isOldPrice(plan, today))
  const old = plans.filter(({ status }) => status === 'superseded')
  const narrow = all.length >= many || q !== ''

  return (
    <div className="space-y-5">
      {kinds.length > 1 ? (
        <Segmented
          label={t('plans.kind')}
          value={kind ?? kinds[0] ?? 'ott'}
          options={kinds.map((value) => ({ value, label: t(`words:kind.${value}`) }))}
          onChange={onKind}
          className="max-w-md"
        />
      ) : null}
      {narrow || regions.length > 1 ? (
        <div className="flex flex-wrap gap-2">
          {narrow ? (
            <span className="relative min-w-56 flex-1">
              <Search
                size={18}
                aria-hidden
                className="pointer-events-none absolute top-1/2 left-4 -translate-y-1/2 text-faint"
              />
              <input
                ref={focusFirst}
                aria-label={t('plans.narrow')}
                placeholder={t('plans.narrowHint')}
                value={text}
                onChange={(event) => setText(event.target.value)}
                className={`${controlClass} min-h-11 pl-11`}
              />
            </span>
          ) : null}
          {narrow && intervals.length > 1 ? (
            <FilterSelect
              label={t('plans.length')}
              value={length}
              options={[
                { value: '', label: t('plans.anyLength') },
                ...intervals.map((interval) => ({
                  value: intervalChoiceKey(interval),
                  label: intervalText(interval),
                })),
              ]}
              onChange={setLength}
            />
          ) : null}
          {regions.length > 1 ? (
            <FilterSelect
              label={t('plans.region')}
              value={region}
              options={[
                { value: '', label: t('plans.anyRegion') },
                ...regions.map((name) => ({ value: name, label: name })),
              ]}
              onChange={setRegion}
            />
          ) : null}
        </div>
      ) : null}
      {list.isPending ? (
        <div className="grid gap-3 min-[40rem]:grid-cols-2 wide:grid-cols-3" aria-busy>
          {Array.from({ length: 6 }, (_, at) => (
            <Skeleton key={at} className="h-28 rounded-card" />
          ))}
        </div>
      ) : list.error && all.length === 0 ? (
        <Card>
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        </Card>
      ) : plans.length === 0 ? (
        <Card>
          <Empty
            icon={Search}
            title={t('plans.nothing')}
            action={
              <Button icon={PencilLine} onClick={onOther}>
                {t('plans.otherPrice')}
              </Button>
            }
          >
            {t('plans.nothingText')}
          </Empty>
        </Card>
      ) : (
        <>
          {fresh.length > 0 ? <Cards plans={fresh} onPick={onPlan} /> : null}
          {unchecked.length > 0 ? (
            <section aria-labelledby="unchecked">
              <h2 id="unchecked" className="text-lg font-bold tracking-tight">
                {t('plans.unchecked')}
              </h2>
              <p className="mb-3 text-sm text-muted">{t('plans.uncheckedText')}</p>
              <Cards plans={unchecked} onPick={onPlan} />
            </section>
          ) : null}
          {old.length > 0 ? (
            <details className="group" open={fresh.length + unchecked.length === 0}>
              <summary className="flex min-h-11 items-center font-semibold text-brand group-open:mb-3">
                {t('plans.older', { count: old.length })}
              </summary>
              <Cards plans={old} onPick={onPlan} />
            </details>
          ) : null}
          <div className="flex flex-wrap gap-3">
            <MoreButton list={list}>{t('plans.more')}</MoreButton>
            <Button variant="secondary" icon={PencilLine} onClick={onOther}>
              {t('plans.otherPrice')}
            </Button>
          </div>
        </>
      )}
    </div>
  )
}
