import { classes } from './classes.ts'

const tints = [
  'bg-ott text-surface',
  'bg-broadband text-surface',
  'bg-warn text-surface',
  'bg-positive text-surface',
  'bg-brand text-on-brand',
  'bg-muted text-surface',
]

/** The same person has the same tint everywhere, on bars too. */
export const tintOf = (id: string): string => {
  let sum = 0
  for (const character of id) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973
  return tints[sum % tints.length] ?? 'bg-muted text-surface'
}

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
      tintOf(id),
    )}
  >
    {[...name.trim()][0]?.toLocaleUpperCase() ?? '?'}
  </span>
)
