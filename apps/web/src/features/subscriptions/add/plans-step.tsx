import {
  type Kind,
  type Plan,
  itemsOf,
  useDebounced,
  useHousehold,
  useIntervalText,
} from '@streamline/client'
import { usePlans } from '@streamline/client/catalogue'
import { intervalChoiceKey } from '@streamline/client/subscriptions'
import { approximateDays } from '@streamline/domain'
import { PencilLine, Search } from 'lucide-react'
import { useMemo } from 'react'
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
import { useSearchText } from '../../../design/use-search-text.ts'
import { PlanShelves } from './plan-shelves.tsx'

/** What plans are narrowed to; empty where they are not. */
export interface Narrowed {
  readonly narrow?: string | undefined
  readonly region?: string | undefined
  readonly length?: string | undefined
}

/** All of nearly every provider at once, so that no group grows while somebody reads it. */
const most = 100

/** With this many plans a field to narrow them is worth its room. */
const many = 9

/** Second step: which of its prices? */
export const PlansStep = ({
  providerId,
  kinds,
  kind,
  narrowed: { narrow: typed = '', region = '', length = '' },
  onNarrow,
  onKind,
  onPlan,
  onOther,
}: {
  providerId: string
  kinds: readonly Kind[]
  kind: Kind | undefined
  /** What is looked for among them, as the address has it. */
  narrowed: Narrowed
  onNarrow: (narrowed: Narrowed) => void | Promise<void>
  onKind: (kind: Kind) => void
  onPlan: (plan: Plan) => void
  onOther: () => void
}) => {
  const { t } = useTranslation(['add', 'words'])
  const { country } = useHousehold()
  const narrowTo = (change: Narrowed) => void onNarrow({ narrow: typed, region, length, ...change })
  const { text, setText, settle } = useSearchText(typed, (narrow) => narrowTo({ narrow }))
  const intervalText = useIntervalText()
  const q = useDebounced(text.trim(), 150)
  const list = usePlans(
    {
      country,
      providerId,
      ...(kind === undefined ? {} : { kind }),
      ...(q === '' ? {} : { q }),
    },
    most,
  )
  const all = useMemo(() => itemsOf(list.data), [list.data])
  const regions = [...new Set(all.map((plan) => plan.region).filter((name) => name !== null))].toSorted()
  const intervals = [
    ...new Map(all.map((plan) => [intervalChoiceKey(plan.interval), plan.interval])).values(),
  ].toSorted((a, b) => approximateDays(a) - approximateDays(b))
  // The catalogue's own order is kept: whole plans before add-ons, then the price.
  const plans = useMemo(
    () =>
      all.filter(
        (plan) =>
          (region === '' || plan.region === region || plan.region === null) &&
          (length === '' || intervalChoiceKey(plan.interval) === length),
      ),
    [all, region, length],
  )
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
                onBlur={settle}
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
              onChange={(chosen) => narrowTo({ length: chosen })}
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
              onChange={(chosen) => narrowTo({ region: chosen })}
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
          <PlanShelves plans={plans} isSearch={q !== ''} onPick={onPlan} />
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
