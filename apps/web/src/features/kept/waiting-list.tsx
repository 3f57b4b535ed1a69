import { ProblemError, useApi, useFormat, useInstant, useProblemText } from '@streamline/client'
import type { KeptState, ShownAct } from '@streamline/client/outbox'
import { showToast } from '@streamline/client/toasts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { classes } from '../../design/classes.ts'
import { Sheet } from '../../design/sheet.tsx'
import { outboxOf, sendWaiting } from './keeping.ts'

const tones: Record<KeptState, string> = {
  waiting: 'text-muted',
  refused: 'text-danger',
  doubtful: 'text-warn',
}

/** One entry: what was meant, when, how it stands, and what can be decided about it. */
const WaitingRow = ({ act }: { act: ShownAct }) => {
  const { t, i18n } = useTranslation('device')
  const api = useApi()
  const queries = useQueryClient()
  const format = useFormat()
  const instant = useInstant()
  const problem = useProblemText()
  const { state } = act
  const { name, money } = act.about
  const title = name === null ? t(`kept.plain.${act.kind}`) : t(`kept.kind.${act.kind}`, { name })
  const decide = async (what: 'tryAgain' | 'drop'): Promise<void> => {
    await (await outboxOf({ api, queries }))[what](act.key)
    if (what === 'drop') showToast(t('kept.dropped', { title }))
    else await sendWaiting({ api, queries, texts: i18n })
  }
  return (
    <li className="py-4 first:pt-0 last:pb-0">
      <p className="flex items-baseline justify-between gap-3 font-semibold">
        <span className="min-w-0 break-words">{title}</span>
        {money === null ? null : <span className="figures shrink-0">{format.money(money)}</span>}
      </p>
      <p className="mt-0.5 text-sm text-muted">
        {t('kept.entered', { time: instant(new Date(act.keptAt).toISOString()) })}
      </p>
      <p className={classes('mt-1 text-sm font-medium', tones[state])}>
        {act.refusal === null
          ? t(`kept.state.${state}`)
          : problem(new ProblemError(act.refusal.code, act.refusal.status))}
      </p>
      <div className="mt-2 flex flex-wrap gap-2">
        {state === 'waiting' ? null : (
          <Button size="sm" variant="soft" onClick={() => void decide('tryAgain')}>
            {t('kept.again')}
          </Button>
        )}
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('kept.dropLong', { title })}
          onClick={() => void decide('drop')}
        >
          {t('kept.drop')}
        </Button>
      </div>
    </li>
  )
}

/** Everything that was entered here and has not arrived. */
const WaitingList = ({
  open,
  acts,
  onClose,
}: {
  open: boolean
  acts: readonly ShownAct[]
  onClose: () => void
}) => {
  const { t } = useTranslation('device')
  return (
    <Sheet open={open} onClose={onClose} title={t('kept.title')} lead={t('kept.lead')}>
      <ul className="divide-y divide-line">
        {acts.map((act) => (
          <WaitingRow key={act.key} act={act} />
        ))}
      </ul>
    </Sheet>
  )
}

export default WaitingList
