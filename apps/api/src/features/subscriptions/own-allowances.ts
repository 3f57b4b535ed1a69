import { mostNoted, usageKindsOf, type Allowance, type SubscriptionKind } from '@streamline/domain'
import { ProblemError, type ProblemExtra } from '../../platform/http/problem.ts'

type Place = NonNullable<ProblemExtra['errors']>[number]

/** What a household types as its own limits, or the refusal of what this kind of subscription has no use of. */
export const ownAllowances = (allowances: readonly Allowance[], kind: SubscriptionKind): Allowance[] => {
  const errors = allowances.flatMap((allowance, at): Place[] => {
    if (!usageKindsOf(kind).includes(allowance.kind))
      return [{ pointer: `/allowances/${at}/kind`, message: 'is nothing that this kind of subscription has' }]
    if ((allowance.amount ?? 0) > mostNoted[allowance.kind])
      return [
        { pointer: `/allowances/${at}/amount`, message: `must be at most ${mostNoted[allowance.kind]}` },
      ]
    return []
  })
  if (errors.length > 0) throw new ProblemError('unfit-usage', undefined, { errors })
  return [...allowances]
}
