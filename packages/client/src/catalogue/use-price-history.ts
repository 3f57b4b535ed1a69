import { isSameInterval, type BillingInterval, type Money } from '@streamline/domain'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { PlanDetail, SubscriptionDetail } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'
import { type Format, useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { usePlan, useSuggestPrice } from './catalogue.queries.ts'

interface Words {
  readonly t: TFunction<'subscriptions'>
  readonly format: Format
}

/** What a plan has cost and will cost, the newest first. */
export const priceRows = (
  { priceVersions, announced }: Pick<PlanDetail, 'priceVersions' | 'announced'>,
  { t, format }: Words,
) => {
  const coming = new Set(announced.map(({ id }) => id))
  return [...priceVersions, ...announced]
    .toReversed()
    .map(({ id, price, effectiveOn, datePrecision }, at, all) => ({
      id,
      price,
      since: t(at === all.length - 1 ? 'prices.seen' : 'prices.since', {
        date: format.asOf(effectiveOn, datePrecision),
      }),
      isComing: coming.has(id),
    }))
}

interface Priced {
  readonly price: Money
  readonly tax: { readonly included: boolean }
  readonly interval: BillingInterval
}

/** Whether what is paid here is another price of the same thing. */
export const isOtherPrice = ({ price, tax, interval }: Priced, plan: Priced): boolean =>
  price.currency === plan.price.currency &&
  tax.included === plan.tax.included &&
  isSameInterval(interval, plan.interval) &&
  price.amount !== plan.price.amount

/** The prices of the plan of a subscription, and one press from what is paid here to the editors; null where there is no plan. */
export const usePriceHistory = (
  subscription: Pick<SubscriptionDetail, 'plan' | 'price' | 'tax' | 'interval'>,
) => {
  const { t } = useTranslation('subscriptions')
  const format = useFormat()
  const { today } = useHousehold()
  const problemText = useProblemText()
  const suggest = useSuggestPrice()
  const plan = usePlan(subscription.plan?.id ?? null).data
  if (plan === undefined) return null
  const { price } = subscription
  return {
    rows: priceRows(plan, { t, format }),
    suggestion:
      isOtherPrice(subscription, plan) && !suggest.isSuccess
        ? {
            text: t('prices.yours', { yours: format.money(price), known: format.money(plan.price) }),
            label: t('prices.suggest', { price: format.money(price) }),
            busy: suggest.isPending,
            send: (): void =>
              suggest.mutate(
                { id: plan.id, price, seenOn: today },
                {
                  onSuccess: () => showToast(t('prices.suggested')),
                  onError: (error) => showToast(problemText(error), { tone: 'danger' }),
                },
              ),
          }
        : null,
  }
}
