import type { householdSchema, memberSchema } from '@streamline/contract'
import { parseCalendarDate, type CalendarDate } from '@streamline/domain'
import type * as z from 'zod'
import type { HouseholdRow } from './household.repository.ts'
import type { MemberRow } from './member.repository.ts'

export const presentHousehold = (
  row: HouseholdRow,
  today: CalendarDate,
): z.infer<typeof householdSchema> => ({
  id: row.id,
  name: row.name,
  country: row.country,
  currency: row.currency,
  timeZone: row.timeZone,
  role: row.role,
  memberId: row.memberId,
  today,
  revision: row.revision,
})

/** Where somebody is paid is shown to who owes them, and here to themselves. */
export const presentMember = (row: MemberRow, you: string): z.infer<typeof memberSchema> => ({
  id: row.id,
  name: row.name,
  role: row.role,
  hasAccount: row.userId !== null,
  isYou: row.id === you,
  joinedOn: parseCalendarDate(row.joinedOn),
  leftOn: row.leftOn === null ? null : parseCalendarDate(row.leftOn),
  upiId: row.id === you ? row.upiId : null,
  hasUpiId: row.upiId !== null,
  hasGuestLink: row.hasGuestLink,
})
