import type { Household } from '../answers.ts'
import { useHousehold } from '../client-context.tsx'

/** Members record what they paid themselves; owners and managers also what others paid. */
export const recordsForOthers = ({ role }: Pick<Household, 'role'>): boolean =>
  role === 'owner' || role === 'manager'

export const useRecordsForOthers = (): boolean => recordsForOthers(useHousehold())
