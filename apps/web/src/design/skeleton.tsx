import { classes } from './classes.ts'

/** A quiet shape where something will stand; hidden from screen readers, the screen says "loading" once. */
export const Skeleton = ({ className }: { className?: string }) => (
  <div aria-hidden className={classes('animate-breathe rounded-tile bg-line/70', className)} />
)

export const SkeletonRows = ({ rows = 4 }: { rows?: number }) => (
  <div aria-hidden className="divide-y divide-line">
    {Array.from({ length: rows }, (_, index) => (
      <div key={index} className="flex items-center gap-3 py-3.5">
        <Skeleton className="size-11 shrink-0" />
        <div className="flex-1 space-y-2">
          <Skeleton className="h-4 w-2/5" />
          <Skeleton className="h-3 w-3/5" />
        </div>
        <Skeleton className="h-5 w-16" />
      </div>
    ))}
  </div>
)
