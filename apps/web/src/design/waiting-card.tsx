import { Card } from './card.tsx'
import { ErrorState } from './error-state.tsx'
import { SkeletonRows } from './skeleton.tsx'

/** In place of what is still on its way, or could not be loaded. */
export const WaitingCard = ({
  label,
  rows,
  error,
  onRetry,
}: {
  /** What a reader is told while it loads. */
  label: string
  rows: number
  error: unknown
  onRetry: () => void
}) => (
  <Card>
    {error ? (
      <ErrorState error={error} onRetry={onRetry} />
    ) : (
      <>
        <output className="sr-only">{label}</output>
        <SkeletonRows rows={rows} />
      </>
    )}
  </Card>
)
