import { type SubscriptionDetail, useFormat } from '@streamline/client'
import { usePeople } from '@streamline/client/households'
import {
  type ActStory,
  storiesOf,
  useActText,
  useMayChange,
  useUndoToast,
} from '@streamline/client/subscriptions'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { Card, Hairline } from '../../../design/card.tsx'
import { Text } from '../../../design/text.tsx'

/** What is shown without asking. */
const latest = 6

/** It could be taken back, if nothing had come after it. */
const isHeld = ({ kind, stands, mayUndo }: SubscriptionDetail['acts'][number]): boolean =>
  stands && !mayUndo && kind !== 'started' && kind !== 'takenOver'

/** One thing that happened: what, when it was said and by whom; struck through once it was taken back. */
const ActRow = ({
  story,
  subscription,
  busy,
  held,
  onUndo,
}: {
  story: ActStory
  subscription: SubscriptionDetail
  busy: boolean
  /** What came later stands in the way. */
  held: boolean
  /** Null where it cannot be taken back, or not by who looks. */
  onUndo: (() => void) | null
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
    <View className="flex-row items-start justify-between gap-2 py-2.5">
      <View className="min-w-0 flex-1 gap-0.5">
        <Text
          size="sm"
          weight="semibold"
          tone={stands ? 'ink' : 'muted'}
          className={stands ? undefined : 'line-through'}
        >
          {what}
        </Text>
        <Text size="sm" tone="muted">
          {said.join(' · ')}
        </Text>
        {stands ? null : <Badge>{t('takenBack')}</Badge>}
        {held ? (
          <Text size="sm" tone="muted">
            {t('held')}
          </Text>
        ) : null}
        {reason ? (
          <Text size="sm" tone="muted">
            {t('reason', { reason })}
          </Text>
        ) : null}
      </View>
      {onUndo === null ? null : (
        <Button
          variant="quiet"
          size="sm"
          className="-my-1 -mr-3"
          busy={busy}
          label={t(kind === 'undone' ? 'againOf' : 'undoOf', { what })}
          onPress={onUndo}
        >
          {t(kind === 'undone' ? 'again' : 'undo')}
        </Button>
      )}
    </View>
  )
}

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
      <View className="-my-2.5">
        {shown.map((story, at) => (
          <View key={story.act.id}>
            {at > 0 ? <Hairline /> : null}
            <ActRow
              story={story}
              subscription={subscription}
              busy={busy}
              held={mayChange && isHeld(story.act)}
              onUndo={mayChange && story.act.mayUndo ? () => void back(id, story.act) : null}
            />
          </View>
        ))}
      </View>
      {stories.length > shown.length ? (
        <Button variant="quiet" size="sm" className="mt-3 -ml-3 self-start" onPress={() => setAll(true)}>
          {t('earlier', { count: stories.length - shown.length })}
        </Button>
      ) : null}
    </Card>
  )
}
