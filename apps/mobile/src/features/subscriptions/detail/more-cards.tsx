import { type SubscriptionDetail, useFormat, useHousehold, useProblemText } from '@streamline/client'
import {
  useActSubscription,
  useMayChange,
  usePriceNewsText,
  useSplitText,
  useUpdateSubscription,
} from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import { addDays, type Money as Amount } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Pressable, View } from 'react-native'
import { Badge } from '../../../design/badge.tsx'
import { Button } from '../../../design/button.tsx'
import { Card, Hairline } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'
import { Text } from '../../../design/text.tsx'

type Extra = SubscriptionDetail['extras'][number]

/** As many as somebody looks for. */
const shownExtras = 12

const ExtraRow = ({ extra, onOpen }: { extra: Extra; onOpen: (chargeId: string) => void }) => {
  const { t } = useTranslation(['acts', 'words'])
  const format = useFormat()
  const splitText = useSplitText()
  const { purpose, title, startsOn, usableUntil, dueOn, amount, split, state, chargeId } = extra
  const name = title ?? t(`extra.${purpose}`)
  const notes = [
    title === null ? null : t(`extra.${purpose}`),
    usableUntil === null
      ? t('outlook.due', { date: format.shortDate(dueOn) })
      : format.period(startsOn, addDays(usableUntil, 1)),
    split === null ? null : splitText(split, amount.currency),
  ].filter((note) => note !== null)
  return (
    <Pressable
      accessibilityRole={chargeId === null ? 'text' : 'button'}
      accessibilityLabel={chargeId === null ? undefined : t('extras.open', { name })}
      disabled={chargeId === null}
      onPress={() => (chargeId === null ? undefined : onOpen(chargeId))}
      className="min-h-13 flex-row items-center gap-3 py-2.5 active:opacity-70"
    >
      <View className="min-w-0 flex-1">
        <Text weight="medium" numberOfLines={1}>
          {name}
        </Text>
        <Text size="sm" tone="muted">
          {notes.join(' · ')}
        </Text>
      </View>
      <View className="items-end gap-1">
        <Money value={amount} size="sm" />
        {state === null ? null : (
          <Badge tone={state === 'paid' ? 'positive' : state === 'overdue' ? 'danger' : 'neutral'}>
            {t(`words:charge.${state}`)}
          </Badge>
        )}
      </View>
    </Pressable>
  )
}

/** What was charged beside the periods; each opens as a charge, where it is paid, corrected or refunded. */
export const ExtrasCard = ({
  extras,
  onOpen,
}: {
  extras: readonly Extra[]
  onOpen: (chargeId: string) => void
}) => {
  const { t } = useTranslation('acts')
  if (extras.length === 0) return null
  return (
    <Card title={t('extras.title')}>
      <View className="-my-2.5">
        {extras.slice(0, shownExtras).map((extra, at) => (
          <View key={extra.id}>
            {at > 0 ? <Hairline /> : null}
            <ExtraRow extra={extra} onOpen={onOpen} />
          </View>
        ))}
      </View>
    </Card>
  )
}

export const NoteCard = ({ subscription: { note, labels } }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  if (!note && labels.length === 0) return null
  return (
    <Card title={note ? t('note.title') : t('note.labels')} className="gap-3">
      {note ? <Text selectable>{note}</Text> : null}
      {labels.length > 0 ? (
        <View accessibilityLabel={t('note.labels')} className="flex-row flex-wrap gap-1.5">
          {labels.map((label) => (
            <Badge key={label}>{label}</Badge>
          ))}
        </View>
      ) : null}
    </Card>
  )
}

/** Another price of the provider: what it would cost, until when it can be avoided, and three answers. */
export const PriceNewsCard = ({
  subscription,
  onCancel,
}: {
  subscription: SubscriptionDetail
  onCancel: () => void
}) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const text = usePriceNewsText()
  const problemText = useProblemText()
  const mayChange = useMayChange(subscription)
  const { today } = useHousehold()
  const update = useUpdateSubscription()
  const act = useActSubscription()
  const { id, revision, name, priceNews: news } = subscription
  if (news === null) return null
  const told = (key: 'priceNews.taken' | 'priceNews.kept', price: Amount) => ({
    onSuccess: () => showToast(t(key, { name, price: format.money(price) })),
    onError: (error: unknown) => showToast(problemText(error), { tone: 'danger' as const }),
  })
  const take = (): void =>
    act.mutate(
      {
        id,
        revision,
        act: {
          kind: 'changePrice',
          price: news.price,
          // What came already holds from the next bill.
          ...(news.on > today ? { fromOn: news.on } : {}),
          priceVersionId: news.versionId,
        },
      },
      told('priceNews.taken', news.to),
    )
  const keep = (): void =>
    update.mutate({ id, revision, keptBesideId: news.versionId }, told('priceNews.kept', news.from))
  const isBusy = act.isPending || update.isPending
  return (
    <Card title={t('priceNews.title')} className="gap-1 border-brand/40">
      <Text weight="semibold">{text(news)}</Text>
      <Text size="sm" tone="muted">
        {t('priceNews.stays', { price: format.money(news.from) })}
      </Text>
      {mayChange ? (
        <View className="mt-3 flex-row flex-wrap gap-2">
          <Button size="sm" className="grow" busy={isBusy} onPress={take}>
            {t('priceNews.take', { price: format.money(news.to) })}
          </Button>
          <Button size="sm" className="grow" variant="secondary" busy={isBusy} onPress={keep}>
            {t('priceNews.keep', { price: format.money(news.from) })}
          </Button>
          {subscription.actions.includes('cancel') ? (
            <Button size="sm" className="grow" variant="secondary" onPress={onCancel}>
              {t('priceNews.cancel')}
            </Button>
          ) : null}
        </View>
      ) : null}
    </Card>
  )
}
