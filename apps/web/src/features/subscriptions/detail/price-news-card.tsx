import { type SubscriptionDetail, useFormat, useProblemText } from '@streamline/client'
import { useMayChange, usePriceNewsText, useUpdateSubscription } from '@streamline/client/subscriptions'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { showToast } from '../../../design/toast-store.ts'

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
  const update = useUpdateSubscription()
  const { id, revision, name, priceNews: news } = subscription
  if (news === null) return null
  const answer = (taken: boolean) =>
    update.mutate(
      { id, revision, priceVersionId: news.versionId, ...(taken ? { price: news.price } : {}) },
      {
        onSuccess: () =>
          showToast(
            t(taken ? 'priceNews.taken' : 'priceNews.kept', {
              name,
              price: format.money(taken ? news.to : news.from),
            }),
          ),
        onError: (error) => showToast(problemText(error), { tone: 'danger' }),
      },
    )
  return (
    <Card tone="brand" title={t('priceNews.title')}>
      <p className="figures font-semibold">{text(news)}</p>
      <p className="mt-1 text-sm text-muted">{t('priceNews.stays', { price: format.money(news.from) })}</p>
      {mayChange ? (
        <div className="mt-4 flex flex-wrap gap-2">
          <Button size="sm" busy={update.isPending} onClick={() => answer(true)}>
            {t('priceNews.take', { price: format.money(news.to) })}
          </Button>
          <Button size="sm" variant="secondary" busy={update.isPending} onClick={() => answer(false)}>
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
