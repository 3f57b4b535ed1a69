import { letterTile } from '@streamline/client/catalogue'
import type { Look } from '@streamline/domain'
import type { BrandMark } from './brand-marks.ts'
import { classes } from './classes.ts'
import { useBrandMark } from './use-brand-mark.ts'

const sizes = {
  sm: 'size-8 rounded-[0.6rem] text-xs',
  md: 'size-11 rounded-tile text-base',
  lg: 'size-16 rounded-[1.125rem] text-2xl',
}

interface TileProps {
  size?: keyof typeof sizes
  className?: string | undefined
}

const tile = 'inline-flex shrink-0 items-center justify-center select-none'

/** A brand's own mark, in its own colour, on white in either theme. */
const MarkTile = ({ mark, size = 'md', className }: TileProps & { mark: BrandMark }) => (
  <span
    aria-hidden
    className={classes(tile, 'bg-[#fff] shadow-[inset_0_0_0_1px_rgb(0_0_0/0.1)]', sizes[size], className)}
  >
    <svg viewBox="0 0 24 24" className="size-3/5" fill={mark.color}>
      <path d={mark.path} />
    </svg>
  </span>
)

/** What people chose for it themselves; it reads on either theme as it is. */
const EmojiTile = ({ emoji, size = 'md', className }: TileProps & { emoji: string }) => (
  <span aria-hidden className={classes(tile, 'bg-sunken', sizes[size], className)}>
    <span className="scale-125 leading-none">{emoji}</span>
  </span>
)

const LetterTile = ({
  name,
  color,
  size = 'md',
  className,
}: TileProps & { name: string; color: string | null }) => {
  const { letters, letter, background, pattern } = letterTile(name, color)
  return (
    <span
      aria-hidden
      className={classes(
        tile,
        'font-display font-bold tracking-tight shadow-[inset_0_0_0_1px_rgb(255_255_255/0.14)]',
        sizes[size],
        className,
      )}
      style={{ background: `${pattern}, ${background}`, color: letter }}
    >
      {letters}
    </span>
  )
}

/**
 * Whose plan it is, at a glance: the emoji that somebody chose, else the mark of the brand, else letters on its colour. The name
 * always stands beside it, so it is hidden from screen readers.
 */
export const BrandTile = ({
  name,
  color,
  look,
  ...tileProps
}: TileProps & {
  name: string
  /** Of the brand. */
  color: string | null
  /** What somebody chose instead; an answer that was kept before there was one has none. */
  look?: Look | null | undefined
}) => {
  const mark = useBrandMark(name)
  if (look?.emoji !== undefined) return <EmojiTile emoji={look.emoji} {...tileProps} />
  if (mark) return <MarkTile mark={mark} {...tileProps} />
  return <LetterTile name={name} color={look?.color ?? color} {...tileProps} />
}
