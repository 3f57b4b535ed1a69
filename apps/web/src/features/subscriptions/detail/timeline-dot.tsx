import type { Charge } from '@streamline/client'
import type { TimelinePlace } from '@streamline/client/subscriptions'
import { Check } from 'lucide-react'
import { classes } from '../../../design/classes.ts'

const dotOf = (place: TimelinePlace, state: Charge['state'] | null): string => {
  if (place === 'expected') return 'border-2 border-dashed border-strong bg-surface'
  if (state === 'overdue') return 'bg-danger text-surface'
  if (state === 'due' || state === 'partlyPaid') return 'bg-marigold text-on-marigold'
  if (state === 'paid') return 'bg-positive text-surface'
  return place === 'current' ? 'bg-brand text-on-brand' : 'border-2 border-strong bg-surface'
}

/** Where one stands on the line: the words beside it say the same. */
export const TimelineDot = ({ place, state }: { place: TimelinePlace; state: Charge['state'] | null }) => (
  <span
    aria-hidden
    className={classes(
      'absolute top-0.5 left-0 flex size-5 items-center justify-center rounded-full',
      dotOf(place, state),
      place === 'current' && 'ring-4 ring-brand-soft',
    )}
  >
    {state === 'paid' ? <Check size={13} strokeWidth={3} /> : null}
  </span>
)
