import type { SubscriptionDetail } from '../answers.ts'

/** What an address may ask to open on the screen of a subscription, beside a payment. */
export type OpenedAtOnce = 'cancel' | 'recharge'

/** Opened with the screen, where who looks may do it; null where nothing is. */
export const openedAtOnce = (
  open: string | undefined,
  actions: SubscriptionDetail['actions'],
): OpenedAtOnce | null => {
  if (open === 'cancel') return actions.includes('cancel') ? 'cancel' : null
  return open === 'recharge' && actions.includes('renew') ? 'recharge' : null
}
