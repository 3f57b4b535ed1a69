import type { SubscriptionDetail } from '@streamline/client'
import { storiesOf, useMayChange, useUndoToast } from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { ActRow } from './act-row.tsx'

/** What is shown without asking. */
const latest = 6

/** It could be taken back, if nothing had come after it. */
const isHeld = ({ kind, stands, mayUndo }: SubscriptionDetail['acts'][number]): boolean =>
  stands && !mayUndo && kind !== 'started' && kind !== 'takenOver'

/** What happened to a subscription, newest first, each with the way back while there is one. */
export const HistoryCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('acts')
  const mayChange = useMayChange(subscription)
  const { back, busy } = useUndoToast()
  const [all, setAll] = useState(false)
  const { id, acts } = subscription
  const stories = storiesOf(acts)
  const shown = all ? stories : stories.slice(0, latest)
  return (
    <Card title={t('history')}>
      <ol className="-my-2.5 divide-y divide-line/80">
        {shown.map((story) => (
          <ActRow
            key={story.act.id}
            story={story}
            subscription={subscription}
            busy={busy}
            isHeld={mayChange && isHeld(story.act)}
            onUndo={mayChange && story.act.mayUndo ? () => void back(id, story.act) : null}
          />
        ))}
      </ol>
      {stories.length > shown.length ? (
        <Button variant="quiet" size="sm" className="mt-3 -ml-3" onClick={() => setAll(true)}>
          {t('earlier', { count: stories.length - shown.length })}
        </Button>
      ) : null}
    </Card>
  )
}
