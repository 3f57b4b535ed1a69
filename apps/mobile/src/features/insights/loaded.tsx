import type { ProblemError } from '@streamline/client'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'

/** What was asked for once it is there; before that its outline, or why it does not come. */
export const Loaded = <Answer,>({
  query: { data, error, refetch },
  children,
}: {
  query: Pick<UseQueryResult<Answer, ProblemError>, 'data' | 'error' | 'refetch'>
  children: (answer: Answer) => ReactNode
}) => {
  if (data !== undefined) return children(data)
  return error ? (
    <Card>
      <ErrorState error={error} onRetry={() => void refetch()} />
    </Card>
  ) : (
    <>
      <SkeletonCard count={3} />
      <SkeletonCard />
    </>
  )
}
