import { itemsOf, useFormat, useHousehold, useProblemText } from '@streamline/client'
import { useRates, useRemoveRate, draftOfRate } from '@streamline/client/billing'
import { showToast } from '@streamline/client/toasts'
import { ArrowLeftRight, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, IconButton } from '../../design/button.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { useKeptDrafts } from '../../design/kept-drafts.ts'
import { MoreButton } from '../../design/more-button.tsx'
import { RateSheet } from './rate-sheet.tsx'

/** Rates that the household wrote down; closed, since most households have none. */
export const RatesCard = () => {
  const { t } = useTranslation('billing')
  const format = useFormat()
  const problem = useProblemText()
  const { role } = useHousehold()
  const list = useRates()
  const remove = useRemoveRate()
  const kept = useKeptDrafts()
  const [adding, setAdding] = useState(() => kept.includes(draftOfRate))
  const rates = itemsOf(list.data)
  const takeAway = (id: string) =>
    remove.mutate(
      { id },
      {
        onSuccess: () => showToast(t('rate.removed')),
        onError: (error) => showToast(problem(error), { tone: 'danger' }),
      },
    )
  return (
    <details className="group rounded-card border border-line/70 bg-surface shadow-card">
      <summary className="flex min-h-14 items-center gap-3 rounded-card px-5 font-semibold wide:px-6">
        <ArrowLeftRight size={18} className="text-faint" aria-hidden />
        <span className="flex-1">{t('rate.title')}</span>
        <span className="figures text-sm font-normal text-faint">
          {rates.length > 0 ? format.number(rates.length) : t('rate.none')}
        </span>
      </summary>
      <div className="px-5 pb-5 wide:px-6">
        <p className="text-sm text-muted">{t('rate.text')}</p>
        {list.error ? <ErrorState error={list.error} onRetry={() => void list.refetch()} /> : null}
        <ul className="mt-2 divide-y divide-line/80 empty:hidden">
          {rates.map(({ id, from, to, rate, on, source }) => (
            <li key={id} className="flex items-center gap-3 py-1.5">
              <span className="min-w-0 flex-1">
                <span className="figures block font-semibold">{t('rate.line', { from, to, rate })}</span>
                <span className="block text-sm break-words text-muted">
                  {format.shortDate(on)} · {source}
                </span>
              </span>
              {role === 'viewer' ? null : (
                <IconButton
                  icon={Trash2}
                  label={t('rate.remove', { from, to, date: format.shortDate(on) })}
                  className="-mr-2.5"
                  onClick={() => takeAway(id)}
                />
              )}
            </li>
          ))}
        </ul>
        <MoreButton list={list} variant="quiet" size="sm" className="-ml-3 px-3" />
        {role === 'viewer' ? null : (
          <Button variant="secondary" size="sm" icon={Plus} className="mt-3" onClick={() => setAdding(true)}>
            {t('rate.add')}
          </Button>
        )}
      </div>
      <RateSheet open={adding} onClose={() => setAdding(false)} />
    </details>
  )
}
