import type { SubscriptionDetail } from '@streamline/client'

/** What may be opened on top of the screen of a subscription. */
export type SheetName =
  | 'recharge'
  | 'edit'
  | 'cancel'
  | 'split'
  | 'plan'
  | 'dayRate'
  | 'pause'
  | 'resume'
  | 'correct'
  | 'withdraw'
  | 'charge'
  | 'refundCredit'
  | 'useCredit'

export interface SubscriptionFormProps {
  subscription: SubscriptionDetail
  /** Of the sheet it stands on. */
  title: string
  lead?: string | undefined
  /** Left without doing it, or done. */
  onClose: () => void
}
