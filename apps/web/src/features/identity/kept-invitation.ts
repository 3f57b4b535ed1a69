import { tokenIn } from '@streamline/client/identity'
import { readKept, writeKept } from '../../design/stored.ts'

/** Who has to sign in or register first comes back to the invitation of this tab. */
export const keptInvitation = (): string | null => readKept('invitation')

export const forgetInvitation = (): void => writeKept('invitation', null)

/** The invitation that this page was opened with, else the one of a moment ago. */
export const takeInvitation = (fragment: string): string | null => {
  const token = tokenIn(fragment)
  if (token !== null) writeKept('invitation', token)
  return token ?? keptInvitation()
}
