import { classes } from './classes.ts'

/** Shorter ones mostly fit. */
const LONG = 24

/** The last words, up to a dozen letters: where names are alike, they differ there. */
const tailOf = (name: string): string => / \S.{0,11}$/u.exec(name)?.[0] ?? [...name].slice(-6).join('')

/** A name in one line: what does not fit is left out of its middle, so that two alike are still told apart. */
export const WholeName = ({ name, className }: { name: string; className?: string }) => {
  if (name.length <= LONG) return <span className={classes('block truncate', className)}>{name}</span>
  const tail = tailOf(name)
  return (
    <span className={classes('flex min-w-0', className)} title={name}>
      <span className="min-w-0 truncate">{name.slice(0, name.length - tail.length)}</span>
      <span className="shrink-0 whitespace-pre">{tail}</span>
    </span>
  )
}
