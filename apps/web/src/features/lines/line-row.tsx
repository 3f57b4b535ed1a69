import { type Line, useFormat } from '@streamline/client'
import { lineTitle, useLineFacts } from '@streamline/client/lines'
import { Link } from '@tanstack/react-router'
import { ChevronRight, Lock } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { NextDate } from '../subscriptions/list/next-date.tsx'
import { LineTile } from './line-tile.tsx'

/** What served a number last, where nothing is on it. */
const useLastText = ({ last }: Line): string => {
  const { t } = useTranslation('lines')
  const format = useFormat()
  if (last === null) return t('nothing')
  const { name, usableUntil } = last
  const served =
    usableUntil === null
      ? t('lastNoDate', { name })
      : t('last', { name, date: format.shortDate(usableUntil) })
  return `${t('nothing')} · ${served}`
}

/** One number: whose, masked, and below what runs on it with its next date. */
export const LineRow = ({ line }: { line: Line }) => {
  const { t } = useTranslation('lines')
  const facts = useLineFacts()(line)
  const lastText = useLastText(line)
  const { id, kind, runs, moreRuns, visibility } = line
  return (
    <li className="relative flex min-w-0 items-start gap-3 px-5 py-3.5 transition-colors focus-within:bg-sunken hover:bg-sunken wide:px-6">
      <LineTile kind={kind} />
      <div className="min-w-0 flex-1">
        <Link
          to="/subscriptions/numbers/$lineId"
          params={{ lineId: id }}
          className="figures block font-semibold break-words outline-none after:absolute after:inset-0 focus-visible:after:outline-3 focus-visible:after:-outline-offset-3 focus-visible:after:outline-brand"
        >
          {lineTitle(line)}
        </Link>
        <p className="figures text-sm text-muted">
          {facts}
          {visibility === 'private' ? (
            <span className="ml-2 inline-flex items-center gap-1 align-middle">
              <Lock size={14} aria-hidden />
              {t('private')}
            </span>
          ) : null}
        </p>
        {runs.length === 0 ? <p className="mt-1 text-sm text-muted">{lastText}</p> : null}
        <ul className="mt-1.5 space-y-1 empty:hidden">
          {runs.map(({ subscription, packs }) => (
            <li
              key={subscription.id}
              className="flex min-w-0 flex-wrap items-center justify-between gap-x-3 text-sm"
            >
              <span className="min-w-0 font-medium break-words">
                {subscription.name}
                {packs.length === 0 ? null : (
                  <span className="font-normal text-muted"> · {t('packs', { count: packs.length })}</span>
                )}
              </span>
              <span className="shrink-0">
                <NextDate subscription={subscription} />
              </span>
            </li>
          ))}
        </ul>
        {moreRuns === 0 ? null : <p className="mt-1 text-sm text-muted">{t('more', { count: moreRuns })}</p>}
      </div>
      <ChevronRight size={18} className="-mr-1 shrink-0 self-center text-faint" aria-hidden />
    </li>
  )
}
