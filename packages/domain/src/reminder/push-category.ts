/** What can be done about a message from where a phone shows it. */
export const pushCategories = ['pay', 'recharge', 'later'] as const

export type PushCategory = (typeof pushCategories)[number]

/**
 * The buttons of a message: "paid" for a bill, "recharged" for a pack that stops, and to hear of it later for whatever can be put off. Null where
 * nothing can be done but open it.
 * @param kind what it says; others than reminders (a trial message) have no buttons
 * @param isAboutOne it is about one thing, not about several
 * @param mayWait it can be put off
 */
export const pushCategoryOf = (kind: string, isAboutOne: boolean, mayWait: boolean): PushCategory | null => {
  if (isAboutOne && (kind === 'due' || kind === 'overdue')) return 'pay'
  if (isAboutOne && kind === 'expiry') return 'recharge'
  return mayWait ? 'later' : null
}
