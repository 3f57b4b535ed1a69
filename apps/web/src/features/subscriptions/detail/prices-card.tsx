import {
  type PlanDetail,
  type SubscriptionDetail,
  useFormat,
  useHousehold,
  useProblemText,
} from '@streamline/client'
import { usePlan, useSuggestPrice } from '@streamline/client/catalogue'
import { showToast } from '@streamline/client/toasts'
import { isSameInterval } from '@streamline/domain'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../design/button.tsx'
import { Card } from '../../../design/card.tsx'
import { Money } from '../../../design/money.tsx'

/** One tap from what is paid here to the editors; only where both prices mean the same. */
const Suggestion = ({ subscription, plan }: { subscription: SubscriptionDetail; plan: PlanDetail }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const problemText = useProblemText()
  const suggest = useSuggestPrice()
  const { price, tax, interval } = subscription
  const isComparable =
    price.currency === plan.price.currency &&
    tax.included === plan.tax.included &&
    isSameInterval(interval, plan.interval)
  if (!isComparable || price.amount === plan.price.amount || suggest.isSuccess) return null
  return (
    <div className="mt-4 border-t border-line pt-4">
      <p className="text-sm">
        {t('prices.yours', { yours: format.money(price), known: format.money(plan.price) })}
      </p>
      <Button
        size="sm"
        variant="soft"
        className="mt-2"
        busy={suggest.isPending}
        onClick={() =>
          suggest.mutate(
            { id: plan.id, price, seenOn: today },
            {
              onSuccess: () => showToast(t('prices.suggested')),
              onError: (error) => showToast(problemText(error), { tone: 'danger' }),
            },
          )
        }
      >
        {t('prices.suggest', { price: format.money(price) })}
      </Button>
      <p className="mt-1.5 text-sm text-faint">{t('prices.suggestHint')}</p>
    </div>
  )
}

/** What the plan has cost and will cost, the newest first. */
export const PricesCard = ({ subscription }: { subscription: SubscriptionDetail }) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const plan = usePlan(subscription.plan?.id ?? null).data
  if (plan === undefined) return null
  const coming = new Set(plan.announced.map(({ id }) => id))
  const prices = [...plan.priceVersions, ...plan.announced].toReversed()
  return (
    <Card title={t('prices.title')}>
      <ul className="-my-2 divide-y divide-line/80">
        {prices.map(({ id, price, effectiveOn, datePrecision }, at) => (
          <li key={id} className="flex items-baseline justify-between gap-4 py-2.5">
            <span className="text-sm text-muted">
              {t(at === prices.length - 1 ? 'prices.seen' : 'prices.since', {
                date: format.asOf(effectiveOn, datePrecision),
              })}
              {coming.has(id) ? <span className="block text-brand">{t('prices.next')}</span> : null}
            </span>
            <Money value={price} />
          </li>
        ))}
      </ul>
      <Suggestion subscription={subscription} plan={plan} />
    </Card>
  )
}
