import type { SubscriptionDetail } from '../answers.ts'

/** What is done to a subscription now and then, in the order of its menu. */
const menuActs = [
  'changePlan',
  'changeDayRate',
  'charge',
  'pause',
  'resume',
  'end',
  'correct',
  'withdraw',
] as const

export type MenuAct = (typeof menuActs)[number]

export const menuActsOf = (actions: SubscriptionDetail['actions']): MenuAct[] =>
  menuActs.filter((act) => actions.includes(act))
