import { ProblemError, useMe } from '@streamline/client'
import type { ReactNode } from 'react'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'

/** Shows itself to who may; the service decides anyway. */
export const Guarded = ({
  permission,
  children,
}: {
  permission: 'users.read' | 'audit.read'
  children: ReactNode
}) => {
  const me = useMe().data
  return me?.permissions.includes(permission) ? (
    children
  ) : (
    <Card>
      <ErrorState error={new ProblemError('forbidden', 403)} />
    </Card>
  )
}
