import { type Balances, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { Money } from '../../design/money.tsx'

type Balance = Balances['balances'][number]

/** One currency after the other: amounts of two never share a scale. */
const byCurrency = (balances: readonly Balance[]) =>
  [...new Set(balances.map(({ amount }) => amount.currency))].map((currency) => ({
    currency,
    rows: balances
      .filter(({ amount }) => amount.currency === currency)
      .toSorted((a, b) => b.amount.amount - a.amount.amount),
  }))

/** Who is ahead to the right of the middle, who owes to the left; the words say it too. */
export const BalanceBars = ({ balances }: { balances: readonly Balance[] }) => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const { isYou } = usePeople()
  return (
    <Card title={t('between.balances')}>
      <div className="space-y-6">
        {byCurrency(balances).map(({ currency, rows }) => {
          const most = Math.max(...rows.map(({ amount }) => Math.abs(amount.amount)), 1)
          return (
            <ul key={currency} className="space-y-4">
              {rows.map(({ memberId, memberName, hasLeft, amount }) => {
                const share = (Math.abs(amount.amount) / most) * 50
                const gets = amount.amount > 0
                const abs = format.money({ amount: Math.abs(amount.amount), currency })
                const said =
                  amount.amount === 0
                    ? t('between.isEven')
                    : gets
                      ? isYou(memberId)
                        ? t('between.youGet', { amount: abs })
                        : t('between.gets', { amount: abs })
                      : isYou(memberId)
                        ? t('between.youOwe', { amount: abs })
                        : t('between.owes', { amount: abs })
                return (
                  <li key={memberId} className="flex items-center gap-3">
                    <Avatar id={memberId} name={memberName} />
                    <div className="min-w-0 flex-1">
                      <p className="flex items-baseline justify-between gap-3">
                        <span className="truncate font-semibold">
                          {memberName}
                          {isYou(memberId) ? ` (${t('between.you')})` : ''}
                        </span>
                        <Money
                          value={amount}
                          signed
                          className={
                            gets ? 'text-positive' : amount.amount < 0 ? 'text-danger' : 'text-muted'
                          }
                        />
                      </p>
                      <div aria-hidden className="relative mt-1 h-2 rounded-full bg-sunken">
                        <span className="absolute inset-y-[-3px] left-1/2 w-px bg-strong" />
                        <span
                          className={classes(
                            'absolute inset-y-0',
                            gets
                              ? 'left-1/2 rounded-r-full bg-positive'
                              : 'right-1/2 rounded-l-full bg-danger',
                          )}
                          style={{ width: `${share}%` }}
                        />
                      </div>
                      <p className="mt-1 text-sm text-muted">
                        {hasLeft ? `${said} · ${t('between.left')}` : said}
                      </p>
                    </div>
                  </li>
                )
              })}
            </ul>
          )
        })}
      </div>
    </Card>
  )
}
