import { draftOfSheet } from '@streamline/client/subscriptions'

/** What may be opened on top of the screen of a subscription. */
export const sheetNames = [
  'recharge',
  'edit',
  'cancel',
  'split',
  'plan',
  'dayRate',
  'pause',
  'resume',
  'correct',
  'withdraw',
  'charge',
  'refundCredit',
  'useCredit',
] as const

export type SheetName = (typeof sheetNames)[number]

/** The sheet that was being typed on. */
export const keptSheet = (kept: readonly string[], subscriptionId: string): SheetName | null =>
  sheetNames.find((sheet) => kept.includes(draftOfSheet(sheet, subscriptionId))) ?? null
