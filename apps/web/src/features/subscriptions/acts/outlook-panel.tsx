import { type ActOutlook, useFormat } from '@streamline/client'
import { useOutlookText } from '@streamline/client/subscriptions'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { classes } from '../../../design/classes.ts'
import { FormError } from '../../../design/error-state.tsx'
import { Money } from '../../../design/money.tsx'
import type { Outlook } from './use-outlook.ts'

type Line = ActOutlook['lines'][number]

const tones = { goes: 'neutral', comes: 'brand', changes: 'warn' } as const

const OutlookLine = ({ line }: { line: Line }) => {
  const { t } = useTranslation('acts')
  const format = useFormat()
  const { what, startsOn, endsOn, dueOn, amount, before, paid } = line
  const notes = [
    t('outlook.due', { date: format.shortDate(dueOn) }),
    before === null ? null : t('outlook.before', { amount: format.money(before) }),
    paid.amount === 0 ? null : t('outlook.paid', { amount: format.money(paid) }),
  ].filter((note) => note !== null)
  return (
    <li className="flex items-start justify-between gap-3 py-2">
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 text-sm font-semibold">
          <span className={classes(what === 'goes' && 'text-muted line-through')}>
            {format.period(startsOn, endsOn)}
          </span>
          <Badge tone={tones[what]}>{t(`outlook.what.${what}`)}</Badge>
        </span>
        <span className="figures block text-sm text-muted">{notes.join(' · ')}</span>
      </span>
      <Money value={amount} size="sm" className={classes(what === 'goes' && 'text-muted line-through')} />
    </li>
  )
}

const Lines = ({ outlook }: { outlook: ActOutlook }) => {
  const { t } = useTranslation('acts')
  const { lines, goes, comes, changes } = outlook
  if (lines.length === 0) return null
  const isAll = lines.length === goes + comes + changes
  return (
    <details className="mt-1">
      <summary className="flex min-h-11 items-center text-sm font-semibold text-brand">
        {t(isAll ? 'outlook.lines' : 'outlook.linesFirst', { count: lines.length })}
      </summary>
      <ul className="divide-y divide-line">
        {lines.map((line) => (
          <OutlookLine key={`${line.what} ${line.startsOn} ${line.dueOn}`} line={line} />
        ))}
      </ul>
    </details>
  )
}

/** The difference that a form would make, said while it is filled in. */
export const OutlookPanel = ({ outlook, waiting }: { outlook: Outlook; waiting?: string | undefined }) => {
  const { t } = useTranslation('acts')
  const sentences = useOutlookText()
  const { told, isSettled, rest } = outlook
  return (
    <section aria-label={t('outlook.title')} className="rounded-control bg-sunken px-4 py-3">
      <div className="flex gap-3">
        <Scale size={18} className="mt-0.5 shrink-0 text-muted" aria-hidden />
        <div className="min-w-0 flex-1">
          <output className={classes('block space-y-1 transition-opacity', !isSettled && 'opacity-60')}>
            {told === null ? (
              <span className="block text-sm text-muted">{waiting ?? t('outlook.waiting')}</span>
            ) : (
              sentences(told).map((sentence, at) => (
                <span
                  key={sentence}
                  className={classes('figures block', at === 0 ? 'font-semibold' : 'text-sm')}
                >
                  {sentence}
                </span>
              ))
            )}
          </output>
          {told === null ? null : <Lines outlook={told} />}
        </div>
      </div>
      {rest ? <FormError error={rest} /> : null}
    </section>
  )
}
