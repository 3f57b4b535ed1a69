import type { Subscription } from '../answers.ts'
import { useIntervalText } from '../use-interval-text.ts'
import { useTaxText } from './tax-text.ts'

/** What is under the name: the line, the plan, how often and the tax, as far as the name does not say it. */
export const useTermsText = (subscription: Subscription): string => {
  const interval = useIntervalText()(subscription.interval)
  const tax = useTaxText()(subscription)
  const { name, plan, providerName, line } = subscription
  const from = plan?.name ?? providerName
  return [line, from === null || name.includes(from) ? null : from, interval, tax]
    .filter((part) => part !== null)
    .join(' · ')
}
