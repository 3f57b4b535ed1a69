import { classes } from './classes.ts'
import { useTint } from './person-tint.ts'

/** A person's initial. The name stands beside it or in `label`. */
export const Avatar = ({
  id,
  name,
  size = 'md',
  label,
}: {
  id: string
  name: string
  size?: 'sm' | 'md'
  label?: string
}) => (
  <span
    role={label ? 'img' : undefined}
    aria-label={label}
    aria-hidden={label ? undefined : true}
    className={classes(
      'inline-flex shrink-0 items-center justify-center rounded-full font-bold select-none',
      size === 'sm' ? 'size-6 text-xs' : 'size-9 text-sm',
      'text-surface',
      useTint()(id),
    )}
  >
    {[...name.trim()][0]?.toLocaleUpperCase() ?? '?'}
  </span>
)
