import { ProblemError } from '@streamline/client'
import { FormError } from '../../design/error-state.tsx'

const known = ['identity-refused', 'identity-taken', 'session-ended'] as const

/** Why linking another service ended without a link; it says so in the address it comes back to. */
export const LinkRefused = ({ problem }: { problem: string | undefined }) =>
  problem === undefined ? null : (
    <FormError error={new ProblemError(known.find((code) => code === problem) ?? 'unknown', 0)} />
  )
