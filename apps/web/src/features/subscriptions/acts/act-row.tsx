import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import { type ActStory, useActText } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { classes } from '../../../design/classes.ts'

/** One thing that happened: what, when it was said and by whom; struck through once it was taken back. */
export const ActRow = ({
  story,
  subscription,
  busy,
  onUndo,
  isHeld,
}: {
  story: ActStory
  subscription: SubscriptionDetail
  busy: boolean
  /** Null where it cannot be taken back, or not by who looks. */
  onUndo: (() => void) | null
  /** What came later stands in the way. */
  isHeld: boolean
}) => {
  const { t } = useTranslation('acts')
  const format = useFormat()
  const { sentence, details } = useActText(subscription.renewal)
  const { several, nameOf } = usePeople()
  const { kind, saidOn, by, reason, stands } = story.act
  const what = sentence(story)
  const who = several && by !== null ? nameOf(by) : null
  const said = [...details(story), who, format.shortDate(saidOn)].filter((part) => part !== null)
  return (
    <li className="flex items-start justify-between gap-3 py-2.5">
      <div className="min-w-0">
        <p className={classes('text-sm font-semibold break-words', !stands && 'text-muted')}>
          {stands ? what : <s>{what}</s>}
        </p>
        <p className="figures flex flex-wrap items-center gap-x-2 text-sm text-muted">
          {said.join(' · ')}
          {stands ? null : <Badge>{t('takenBack')}</Badge>}
        </p>
        {isHeld ? <p className="text-sm text-muted">{t('held')}</p> : null}
        {reason ? <p className="text-sm break-words text-muted">{t('reason', { reason })}</p> : null}
      </div>
      {onUndo === null ? null : (
        <Button
          variant="quiet"
          size="sm"
          className="-my-1 -mr-3"
          busy={busy}
          aria-label={t(kind === 'undone' ? 'againOf' : 'undoOf', { what })}
          onClick={onUndo}
        >
          {t(kind === 'undone' ? 'again' : 'undo')}
        </Button>
      )}
    </li>
  )
}
