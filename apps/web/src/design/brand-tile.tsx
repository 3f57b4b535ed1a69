import { tileColors } from './brand-color.ts'
import { classes } from './classes.ts'

const sizes = {
  sm: 'size-8 rounded-[0.6rem] text-sm',
  md: 'size-11 rounded-tile text-lg',
  lg: 'size-16 rounded-[1.125rem] text-2xl',
}

/** First visible character of a name, whole even outside the basic plane. */
const letterOf = (name: string): string => [...name.trim()][0]?.toLocaleUpperCase() ?? '?'

/** The provider's letter on its colour. The name always stands beside it, so it is hidden from screen readers. */
export const BrandTile = ({
  name,
  color,
  size = 'md',
  className,
}: {
  name: string
  color: string | null
  size?: keyof typeof sizes
  className?: string | undefined
}) => {
  const { background, letter } = tileColors(color)
  return (
    <span
      aria-hidden
      className={classes(
        'inline-flex shrink-0 items-center justify-center font-display font-bold select-none',
        'shadow-[inset_0_0_0_1px_rgb(255_255_255/0.14)]',
        sizes[size],
        className,
      )}
      style={{ backgroundColor: background, color: letter }}
    >
      {letterOf(name)}
    </span>
  )
}
