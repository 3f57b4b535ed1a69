import { type TimelineEntry, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import type { DayShare } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../../design/avatar.tsx'
import { Money } from '../../../design/money.tsx'

export interface PreviewColumn {
  readonly label: string
  readonly entry: TimelineEntry
  readonly shares: readonly DayShare[]
}

/** What each person will bear of this period and of the next, to the last unit, as it will be posted. */
export const SplitPreview = ({ columns }: { columns: readonly PreviewColumn[] }) => {
  const { t } = useTranslation('split')
  const format = useFormat()
  const { members, nameOf } = usePeople()
  const bearing = new Set(columns.flatMap(({ shares }) => shares.map(({ memberId }) => memberId)))
  const known = members.map(({ id }) => id).filter((id) => bearing.has(id))
  const people = [...known, ...[...bearing].filter((id) => !known.includes(id))]
  return (
    <div className="overflow-x-auto rounded-control bg-sunken px-4 py-3">
      <table className="w-full text-left">
        <caption className="label-caps pb-2 text-left">{t('preview')}</caption>
        <thead>
          <tr className="align-bottom">
            <th scope="col" className="sr-only">
              {t('person')}
            </th>
            {columns.map(({ label, entry: { startsOn, amount } }) => (
              <th key={label} scope="col" className="pb-1.5 pl-4 text-right font-normal">
                <span className="block text-sm font-semibold">{label}</span>
                <span className="figures block text-xs whitespace-nowrap text-muted">
                  {format.shortDate(startsOn)}
                </span>
                <span className="figures block text-xs whitespace-nowrap text-muted">
                  {format.money(amount)}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map((id) => (
            <tr key={id} className="border-t border-line">
              <th scope="row" className="max-w-32 py-2 font-medium">
                <span className="flex items-center gap-2.5">
                  <Avatar id={id} name={nameOf(id)} size="sm" />
                  <span className="min-w-0 truncate">{nameOf(id)}</span>
                </span>
              </th>
              {columns.map(({ label, entry, shares }) => {
                const share = shares.find(({ memberId }) => memberId === id)
                return (
                  <td key={label} className="py-2 pl-4 text-right">
                    {share ? (
                      <>
                        <Money
                          value={{ amount: share.amount, currency: entry.amount.currency }}
                          exact={share.amount % 100 !== 0}
                        />
                        {share.days === share.ofDays ? null : (
                          <span className="figures block text-xs whitespace-nowrap text-muted">
                            {t('days', { days: share.days, count: share.ofDays })}
                          </span>
                        )}
                      </>
                    ) : (
                      <span className="text-faint">–</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
