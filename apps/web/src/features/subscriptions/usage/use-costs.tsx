import { type UsageSummary, useFormat } from '@streamline/client'
import { addDays } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Money } from '../../../design/money.tsx'

const parts = ['perUse', 'perHour', 'perGigabyte'] as const

/** What a use, an hour or a gigabyte cost, and from which charges that comes. */
export const UseCosts = ({ cost }: { cost: NonNullable<UsageSummary['cost']> }) => {
  const { t } = useTranslation('usage')
  const format = useFormat()
  return (
    <div className="rounded-control bg-sunken px-4 py-3">
      <h3 className="sr-only">{t('cost.title')}</h3>
      <dl className="flex flex-wrap gap-x-6 gap-y-2">
        {parts.map((part) => {
          const each = cost[part]?.each
          return each === undefined ? null : (
            <div key={part} className="flex flex-row-reverse items-baseline justify-end gap-1.5">
              <dt className="text-sm text-muted">{t(`cost.${part}`)}</dt>
              <dd>
                <Money value={each} size="lg" />
              </dd>
            </div>
          )
        })}
      </dl>
      <p className="mt-1 text-sm text-muted">
        {t('cost.since', {
          from: format.shortDate(cost.from),
          until: format.shortDate(addDays(cost.until, -1)),
          money: format.money(cost.cost),
        })}
      </p>
    </div>
  )
}
