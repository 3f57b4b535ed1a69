import { withoutLeads } from '@streamline/domain'
import type { NotificationPreferences } from '../answers.ts'

type Rule = NotificationPreferences['rules'][number]

/** What a person can choose of a kind; what they chose elsewhere stays to be seen. */
export const leadChoicesOf = ({ kind, leadDays }: Rule): number[] => {
  if (withoutLeads.has(kind)) return []
  const usual = kind === 'overdue' ? [1, 3, 7] : [7, 3, 1, 0]
  const all = [...new Set([...usual, ...leadDays])]
  return kind === 'overdue' ? all.toSorted((a, b) => a - b) : all.toSorted((a, b) => b - a)
}

/** With a day chosen, or not any more. */
export const withLead = (rule: Rule, days: number): Rule => ({
  ...rule,
  leadDays: rule.leadDays.includes(days)
    ? rule.leadDays.filter((one) => one !== days)
    : [...rule.leadDays, days].toSorted((a, b) => b - a),
})

/** A list of rules in which one is another. */
export const withRule = (rules: readonly Rule[], changed: Rule): Rule[] =>
  rules.map((rule) => (rule.kind === changed.kind ? changed : rule))
