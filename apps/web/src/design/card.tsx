import { useId, type ReactNode } from 'react'
import { classes } from './classes.ts'

interface CardProps {
  title?: ReactNode
  /** At the right of the title: a count, a link. */
  aside?: ReactNode
  /** No inner padding, for lists that reach the edge. */
  flush?: boolean
  tone?: 'plain' | 'brand' | 'sunken'
  className?: string | undefined
  children: ReactNode
}

const tones = {
  plain: 'bg-surface shadow-card border border-line/70',
  brand: 'bg-brand-soft',
  sunken: 'bg-sunken',
}

/** A group of things that belong together; with a title it is a named region of the page. */
export const Card = ({ title, aside, flush = false, tone = 'plain', className, children }: CardProps) => {
  const id = useId()
  return (
    <section
      aria-labelledby={title ? id : undefined}
      className={classes('min-w-0 rounded-card', tones[tone], !flush && 'p-5 wide:p-6', className)}
    >
      {title ? (
        <div
          className={classes(
            'flex items-center justify-between gap-3',
            flush ? 'px-5 pt-5 pb-2 wide:px-6' : 'mb-3',
          )}
        >
          <h2 id={id} className="text-lg font-bold tracking-tight">
            {title}
          </h2>
          {aside}
        </div>
      ) : null}
      {children}
    </section>
  )
}
