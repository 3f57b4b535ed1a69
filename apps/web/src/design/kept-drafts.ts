import { useHousehold } from '@streamline/client'
import { useState } from 'react'
import { drafts, keptUnder } from './stored.ts'

/** A member is one person of one household, so nobody finds what somebody else typed. */
export const draftsOf = (memberId: string): string => `${drafts}${memberId}.`

/** Which forms hold something that was typed before the page was loaded again; alone, because the forms come later. */
export const useKeptDrafts = (): readonly string[] => {
  const { memberId } = useHousehold()
  const [names] = useState(() => keptUnder(draftsOf(memberId)))
  return names
}
