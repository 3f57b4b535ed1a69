import {
  defaultPreferences,
  reminderKinds,
  type ReminderPreferences,
  type ReminderRule,
} from '@streamline/domain'
import * as z from 'zod'
import type { PreferencesRow } from './preferences.repository.ts'

/** Who wanted to hear nothing of a kind before there were other ways hears nothing by these either. */
const rule = z
  .object({
    email: z.boolean(),
    inbox: z.boolean(),
    push: z.boolean().optional(),
    webhook: z.boolean().optional(),
    leadDays: z.array(z.int()),
  })
  .transform(({ push, webhook, ...said }) => ({
    ...said,
    push: push ?? (said.email || said.inbox),
    webhook: webhook ?? (said.email || said.inbox),
  }))

const storedRules = z.partialRecord(z.enum(reminderKinds), rule)

export type StoredRules = Partial<Record<(typeof reminderKinds)[number], ReminderRule>>

/** What somebody said; of other kinds holds what holds for everybody. */
export const preferencesOf = (row: PreferencesRow | undefined): ReminderPreferences => {
  if (row === undefined) return defaultPreferences
  const { sendAt, quietFrom, quietUntil, timeZone, digest } = row
  const quiet = quietFrom === null || quietUntil === null ? null : { from: quietFrom, until: quietUntil }
  return { rules: { ...defaultPreferences.rules, ...rulesIn(row) }, sendAt, quiet, timeZone, digest }
}

export const rulesIn = ({ rules }: Pick<PreferencesRow, 'rules'>): StoredRules => storedRules.parse(rules)
