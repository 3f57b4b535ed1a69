import { useFormat } from '@streamline/client'
import type { PreviewSummary } from '@streamline/client/subscriptions'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Money } from '../../../design/money.tsx'
import { useFocusInSight } from './use-focus-in-sight.ts'

/** Saving is always in reach: on a phone it is docked at the edge, in place of the bar of rooms, with the next charge beside it. */
export const SaveBar = ({
  summary,
  busy,
  manual,
}: {
  summary: PreviewSummary | null
  busy: boolean
  manual: boolean
}) => {
  const { t } = useTranslation('add')
  const format = useFormat()
  const dock = useRef<HTMLDivElement>(null)
  useFocusInSight(dock)
  const ahead = summary?.shown.find((period) => period !== summary.current && period.charge.amount > 0)
  return (
    <div
      ref={dock}
      data-dock
      className="max-wide:fixed max-wide:inset-x-0 max-wide:bottom-0 max-wide:z-20 max-wide:flex max-wide:items-center max-wide:gap-3 max-wide:border-t max-wide:border-line max-wide:bg-surface max-wide:px-4 max-wide:pt-2 max-wide:pb-[calc(0.5rem+env(safe-area-inset-bottom))]"
    >
      {ahead ? (
        <p className="min-w-0 flex-1 leading-tight wide:hidden">
          <Money value={ahead.charge} />
          <span className="block truncate text-sm text-muted">
            {t(manual ? 'preview.rechargeOn' : 'preview.dueOn', {
              date: format.date(manual ? ahead.startsOn : ahead.dueOn),
            })}
          </span>
        </p>
      ) : null}
      <Button type="submit" size="lg" busy={busy} className={ahead ? 'wide:w-full' : 'w-full'}>
        {t('save')}
      </Button>
    </div>
  )
}
