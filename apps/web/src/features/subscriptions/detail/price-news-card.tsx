import { type SubscriptionDetail, useFormat, useHousehold, useProblemText } from '@streamline/client'
import {
  useActSubscription,
  useMayChange,
  usePriceNewsText,
  useUpdateSubscription,
} from '@streamline/client/subscriptions'
import { showToast } from '@streamline/client/toasts'
import type { Money } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'

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
  const told = (key: 'priceNews.taken' | 'priceNews.kept', price: Money) => ({
    onSuccess: () => showToast(t(key, { name, price: format.money(price) })),
    onError: (error: unknown) => showToast(problemText(error), { tone: 'danger' as const }),
  })
  const take = () =>
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
  const keep = () =>
    update.mutate({ id, revision, keptBesideId: news.versionId }, told('priceNews.kept', news.from))
  const isBusy = act.isPending || update.isPending
  return (
    <Card tone="brand" title={t('priceNews.title')}>
      <p className="figures font-semibold">{text(news)}</p>
      <p className="mt-1 text-sm text-muted">{t('priceNews.stays', { price: format.money(news.from) })}</p>
      {mayChange ? (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button size="sm" busy={isBusy} onClick={take}>
            {t('priceNews.take', { price: format.money(news.to) })}
          </Button>
          <Button size="sm" variant="secondary" busy={isBusy} onClick={keep}>
            {t('priceNews.keep', { price: format.money(news.from) })}
          </Button>
          {subscription.actions.includes('cancel') ? (
            <Button size="sm" variant="secondary" onClick={onCancel}>
              {t('priceNews.cancel')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </Card>
  )
}
