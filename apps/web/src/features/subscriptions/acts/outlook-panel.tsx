import { type ActOutlook, useFormat } from '@streamline/client'
import { type OutlookCredit, useOutlookText, type Outlook } from '@streamline/client/subscriptions'
import { Scale } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { classes } from '../../../design/classes.ts'
import { FormError } from '../../../design/error-state.tsx'
import { Money } from '../../../design/money.tsx'

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

/** What an act would do, in sight while its form is filled in. */
export const OutlookNote = ({
  outlook: { told, isSettled },
  waiting,
  credit,
}: {
  outlook: Outlook
  waiting?: string | undefined
  /** What becomes of money where there is no next charge. */
  credit?: OutlookCredit | undefined
}) => {
  const { t } = useTranslation('acts')
  const sentences = useOutlookText()
  return (
    <output aria-busy={!isSettled} className="flex w-full gap-2.5 text-sm">
      <Scale size={18} className="mt-px shrink-0 text-muted" aria-hidden />
      {told === null ? (
        <span className="text-muted">{waiting ?? t('outlook.waiting')}</span>
      ) : (
        <span className="figures min-w-0">
          {sentences(told, credit).map((sentence, at) => (
            <span key={sentence} className={classes('block', at === 0 && 'font-semibold')}>
              {sentence}
            </span>
          ))}
        </span>
      )}
    </output>
  )
}

/** The charges that an act would touch, for who wants to look; and why it cannot be done, where no field says so. */
export const OutlookLines = ({ outlook: { told, rest } }: { outlook: Outlook }) => {
  const { t } = useTranslation('acts')
  if (told === null || told.lines.length === 0) return rest ? <FormError error={rest} /> : null
  const { lines, goes, comes, changes } = told
  const isAll = lines.length === goes + comes + changes
  return (
    <details className="rounded-control bg-sunken px-4 py-1">
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
