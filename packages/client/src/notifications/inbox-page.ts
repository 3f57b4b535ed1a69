import type { InboxItem } from '../answers.ts'

type Part = Pick<InboxItem['parts'][number], 'kind' | 'subscriptionId'>

/** The page on which somebody acts on what a message tells: of a subscription, of money between people, of people, or the first. */
export type InboxPage =
  | { readonly is: 'subscription'; readonly id: string }
  | { readonly is: 'between' | 'people' | 'home' }

export const inboxPageOf = ({ kind, subscriptionId }: Part): InboxPage => {
  if (subscriptionId !== null) return { is: 'subscription', id: subscriptionId }
  if (kind === 'settlement' || kind === 'settleUp') return { is: 'between' }
  return { is: kind === 'joined' || kind === 'left' ? 'people' : 'home' }
}
