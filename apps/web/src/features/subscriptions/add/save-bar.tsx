import { useFormat } from '@streamline/client'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Money } from '../../../design/money.tsx'
import type { PreviewSummary } from './preview-panel.tsx'

/** Saving is always in reach: on a phone it floats at the thumb with the next charge beside it. */
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
  const ahead = summary?.shown.find((period) => period !== summary.current && period.charge.amount > 0)
  return (
    <div className="max-wide:fixed max-wide:inset-x-3 max-wide:bottom-[calc(5.25rem+env(safe-area-inset-bottom))] max-wide:z-20 max-wide:flex max-wide:items-center max-wide:gap-3 max-wide:rounded-card max-wide:border max-wide:border-line max-wide:bg-surface max-wide:p-2 max-wide:pl-5 max-wide:shadow-float">
      <p className="min-w-0 flex-1 leading-tight wide:hidden">
        {ahead ? (
          <>
            <Money value={ahead.charge} />
            <span className="block truncate text-sm text-muted">
              {t(manual ? 'preview.rechargeOn' : 'preview.dueOn', {
                date: format.date(manual ? ahead.startsOn : ahead.dueOn),
              })}
            </span>
          </>
        ) : null}
      </p>
      <Button type="submit" size="lg" busy={busy} className="wide:w-full">
        {t('save')}
      </Button>
    </div>
  )
}
