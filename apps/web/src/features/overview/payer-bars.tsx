import type { Overview } from '@streamline/client'
import { amountIn } from '@streamline/client/overview'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { classes } from '../../design/classes.ts'
import { Amounts } from '../../design/money.tsx'
import { useTint } from '../../design/person-tint.ts'

/** Who pays how much of it. The longest bar is the largest payer. */
export const PayerBars = ({
  payers,
  currency,
}: {
  payers: Overview['next14']['byPayer']
  currency: string
}) => {
  const { t } = useTranslation('overview')
  const tintOf = useTint()
  const most = Math.max(1, ...payers.map(({ totals }) => amountIn(totals, currency)))
  return (
    <section aria-label={t('next14.byPayer')}>
      <ul className="space-y-3">
        {payers.map(({ memberId, memberName, totals }) => (
          <li key={memberId} className="flex items-center gap-3">
            <Avatar id={memberId} name={memberName} size="sm" />
            <div className="min-w-0 flex-1">
              <div className="flex items-baseline justify-between gap-3">
                <span className="truncate text-sm font-medium">{memberName}</span>
                <Amounts values={totals} currency={currency} size="sm" />
              </div>
              <div className="mt-1 h-1.5 overflow-hidden rounded-full bg-sunken">
                <div
                  className={classes('h-full rounded-full', tintOf(memberId))}
                  style={{ width: `${Math.round((amountIn(totals, currency) / most) * 100)}%` }}
                />
              </div>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
