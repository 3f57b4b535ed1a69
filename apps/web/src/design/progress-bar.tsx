import { classes } from './classes.ts'

type ProgressTone = 'brand' | 'positive' | 'warn' | 'danger'

const tones: Record<ProgressTone, string> = {
  brand: 'text-brand',
  positive: 'text-positive',
  warn: 'text-mobile',
  danger: 'text-danger',
}

/** How much of something has passed or been used; `label` says what, `text` says it in words. */
export const ProgressBar = ({
  value,
  label,
  text,
  tone = 'brand',
  className,
}: {
  /** Between 0 and 1. */
  value: number
  label: string
  text?: string
  tone?: ProgressTone
  className?: string
}) => (
  <progress
    aria-label={label}
    aria-valuetext={text}
    max={100}
    value={Math.round(Math.min(1, Math.max(0, value)) * 100)}
    className={classes('bar h-2 w-full', tones[tone], className)}
  />
)
