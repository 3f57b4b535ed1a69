import { type Plan, useFormat, useHousehold, useIntervalText } from '@streamline/client'
import { isOldPrice } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Money } from '../../../design/money.tsx'

const mbPerGb = 1024

/** What most people compare first, as far as the catalogue has it. */
const useAllowances = ({ attributes }: Plan): string[] => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const number = (key: string): number | null => {
    const value = attributes[key]
    return typeof value === 'number' ? value : null
  }
  const gb = (mb: number): string => format.number(Math.round((mb / mbPerGb) * 10) / 10)
  const [speed, cap, perDay, total, screens] = [
    number('downMbps'),
    number('dataCapGb'),
    number('dataPerDayMb'),
    number('dataTotalMb'),
    number('screens'),
  ]
  const { maxResolution } = attributes
  return [
    speed === null ? null : t('plan.mbps', { speed: format.number(speed) }),
    cap === null ? null : t('plan.gbPerMonth', { gb: format.number(cap) }),
    perDay === null ? null : t('plan.gbPerDay', { gb: gb(perDay) }),
    perDay !== null || total === null || total === 0 ? null : t('plan.gb', { gb: gb(total) }),
    attributes.dataUnlimited === true ? t('plan.unlimited') : null,
    typeof maxResolution === 'string' ? maxResolution : null,
    screens === null ? null : t('plan.screens', { count: screens }),
  ].filter((part) => part !== null)
}

/** The services that come along, by name as far as there is room. */
const useIncluded = ({ includes }: Plan): string | null => {
  const { t } = useTranslation('add')
  const names = [...new Set(includes.map(({ providerName }) => providerName))]
  if (names.length === 0) return null
  const shown = names.slice(0, 3).join(', ')
  return names.length > 3
    ? t('plan.withMore', { names: shown, count: names.length - 3 })
    : t('plan.with', { names: shown })
}

/** One price to choose: what will be debited, large; what the provider advertises, beneath where it differs. */
export const PlanCard = ({ plan, onPick }: { plan: Plan; onPick: () => void }) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const interval = useIntervalText()
  const allowances = useAllowances(plan)
  const included = useIncluded(plan)
  const { name, providerName, debit, price, tax, status, asOf, asOfPrecision, region } = plan
  const short = name.startsWith(`${providerName} `) ? name.slice(providerName.length + 1) : name
  const taxed = debit.amount !== price.amount
  const isOld = isOldPrice(plan, useHousehold().today)
  return (
    <button
      type="button"
      onClick={onPick}
      className="flex h-full w-full flex-col rounded-card border border-line bg-surface p-4 text-left shadow-card transition-[border-color,background-color] hover:border-brand hover:bg-brand-soft/40"
    >
      <span className="flex w-full items-start justify-between gap-3">
        <span className="min-w-0 space-y-0.5">
          <span className="block font-semibold break-words">{short}</span>
          {allowances.length > 0 ? (
            <span className="block text-sm text-muted">{allowances.join(' · ')}</span>
          ) : null}
          {included ? <span className="block text-sm text-muted">{included}</span> : null}
          {region && !name.includes(region) ? (
            <span className="block text-sm text-muted">{region}</span>
          ) : null}
        </span>
        <span className="shrink-0 text-right">
          <Money value={debit} size="lg" className="block" />
          <span className="block text-sm text-muted">{interval(plan.interval)}</span>
        </span>
      </span>
      {taxed || isOld ? (
        <span className="mt-auto flex w-full flex-wrap items-center justify-between gap-x-2 gap-y-1 pt-2 text-sm text-muted">
          {isOld ? (
            <Badge tone={status === 'superseded' ? 'neutral' : 'warn'}>
              {t('plan.seen', { date: format.asOf(asOf, asOfPrecision) })}
            </Badge>
          ) : (
            <span />
          )}
          {taxed ? (
            <span className="ml-auto">
              {t('plan.tax', {
                price: format.money(price),
                percent: format.percent(tax.basisPoints / 10_000),
              })}
            </span>
          ) : null}
        </span>
      ) : null}
    </button>
  )
}
