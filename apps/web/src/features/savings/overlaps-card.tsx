import { useOverlaps, type SavingsResult } from '@streamline/client/savings'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { Money } from '../../design/money.tsx'
import { BothAnswers } from './both-answers.tsx'
import { BothQuestion } from './both-question.tsx'

/** Services that are paid although they are there already, with what that wastes. */
export const OverlapsCard = ({
  overlaps,
  busy,
}: Pick<SavingsResult, 'overlaps'> & {
  /** They are being worked out anew: what was just said is not in them yet. */
  busy: boolean
}) => {
  const { t } = useTranslation('savings')
  const { rows, answers } = useOverlaps(overlaps)
  return (
    <Card title={t('overlaps.title')}>
      {overlaps.length === 0 ? <p className="text-muted">{t('overlaps.none')}</p> : null}
      <ul className="divide-y divide-line/80">
        {rows.map(({ key, subscription, words, wasted, names, pair }) => (
          <li key={key} className="py-3 first:pt-0 last:pb-0">
            <div className="flex items-baseline justify-between gap-3">
              <Link
                to="/subscriptions/$subscriptionId"
                params={{ subscriptionId: subscription.id }}
                className="inline-flex min-h-11 min-w-0 items-center font-semibold break-words hover:underline"
              >
                {subscription.name}
              </Link>
              <Money value={wasted} className="text-warn" />
            </div>
            <p className="text-sm text-muted">{words.because}</p>
            <p className="text-sm text-muted">{words.days}</p>
            {words.first === null ? null : <p className="text-sm font-medium">{words.first}</p>}
            {pair === null ? null : <BothQuestion pair={pair} name={names} busy={busy} />}
          </li>
        ))}
      </ul>
      <BothAnswers answers={answers} busy={busy} />
    </Card>
  )
}
