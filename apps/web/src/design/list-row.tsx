import { createLink } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import type { ComponentPropsWithRef, ReactNode } from 'react'
import { classes } from './classes.ts'

interface RowContent {
  leading?: ReactNode
  title: ReactNode
  subtitle?: ReactNode
  /** At the right: an amount over a date. */
  trailing?: ReactNode
}

const rowClass = 'flex w-full min-w-0 items-center gap-3 px-5 py-3 text-left wide:px-6'

const Content = ({ leading, title, subtitle, trailing }: RowContent) => (
  <>
    {leading}
    <span className="min-w-0 flex-1">
      <span className="line-clamp-5 font-semibold break-words">{title}</span>
      {subtitle ? (
        <span className="line-clamp-2 text-sm text-pretty break-words text-muted">{subtitle}</span>
      ) : null}
    </span>
    {trailing ? <span className="flex shrink-0 flex-col items-end text-right">{trailing}</span> : null}
  </>
)

/** A plain row of a list; `actions` stand below the text on a phone. Use inside `<ul>` of a flush card. */
export const ListRow = ({
  actions,
  className,
  ...content
}: RowContent & { actions?: ReactNode; className?: string }) => (
  <li className={classes('min-w-0', className)}>
    <div className={rowClass}>
      <Content {...content} />
    </div>
    {actions ? (
      <div className="flex flex-wrap gap-2 px-5 pb-3.5 pl-19 wide:px-6 wide:pl-20">{actions}</div>
    ) : null}
  </li>
)

type AnchorProps = RowContent & Omit<ComponentPropsWithRef<'a'>, 'title'>

const RowAnchor = ({ leading, title, subtitle, trailing, className, ...rest }: AnchorProps) => (
  <a {...rest} className={classes(rowClass, 'min-h-16 transition-colors hover:bg-sunken', className)}>
    <Content leading={leading} title={title} subtitle={subtitle} trailing={trailing} />
    <ChevronRight size={18} className="-mr-1 shrink-0 text-faint" aria-hidden />
  </a>
)

/** A whole row that leads somewhere. Wrap it in `<li>`. */
export const RowLink = createLink(RowAnchor)

/** The list around rows, with hairlines between them. */
export const List = ({ className, ...rest }: ComponentPropsWithRef<'ul'>) => (
  <ul {...rest} className={classes('divide-y divide-line/80', className)} />
)
