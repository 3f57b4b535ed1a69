import { withoutLeads } from '@streamline/domain'
import type { NotificationPreferences } from '../answers.ts'

type Rule = NotificationPreferences['rules'][number]

const USUAL = [7, 3, 1, 0]

/** What a person can choose of a kind; what they chose elsewhere stays to be seen. */
export const leadChoicesOf = ({ kind, leadDays }: Rule): number[] => {
  if (withoutLeads.has(kind)) return []
  const usual = kind === 'overdue' ? [1, 3, 7] : USUAL
  const all = [...new Set([...usual, ...leadDays])]
  return kind === 'overdue' ? all.toSorted((a, b) => a - b) : all.toSorted((a, b) => b - a)
}

/** Days with one more, or without it where it was among them. */
export const toggledDay = (days: readonly number[], day: number): number[] =>
  days.includes(day) ? days.filter((one) => one !== day) : [...days, day].toSorted((a, b) => b - a)

/** With a day chosen, or not any more. */
export const withLead = (rule: Rule, day: number): Rule => ({
  ...rule,
  leadDays: toggledDay(rule.leadDays, day),
})

/** What a person can choose for one subscription; what they chose elsewhere stays to be seen. */
export const ownLeadChoices = (chosen: readonly number[]): number[] =>
  [...new Set([14, ...USUAL, ...chosen])].toSorted((a, b) => b - a)

/** What one subscription has first when it gets days of its own. */
export const firstOwnLeads: readonly number[] = [3, 1]

/** A list of rules in which one is another. */
export const withRule = (rules: readonly Rule[], changed: Rule): Rule[] =>
  rules.map((rule) => (rule.kind === changed.kind ? changed : rule))
