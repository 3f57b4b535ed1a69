import type { ReactNode } from 'react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ChevronLeft } from 'lucide-react'
import { createLink } from '@tanstack/react-router'
import { classes } from './classes.ts'

/** The tab's title follows the screen. */
export const useTitle = (title: string): void => {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = t('page.title', { title })
  }, [t, title])
}

const widths = { narrow: 'max-w-2xl', normal: 'max-w-4xl', broad: 'max-w-6xl' }

/** A screen: its heading takes the focus after navigation, its title stands in the tab. */
export const Page = ({
  title,
  heading,
  lead,
  aside,
  back,
  width = 'normal',
  children,
}: {
  /** For the tab, and for the heading where `heading` is left out. */
  title: string
  heading?: ReactNode
  lead?: ReactNode
  /** At the right of the heading: the screen's main action. */
  aside?: ReactNode
  /** A `BackLink`, above the heading. */
  back?: ReactNode
  width?: keyof typeof widths
  children: ReactNode
}) => {
  useTitle(title)
  return (
    <div className={classes('mx-auto w-full px-4 pt-5 pb-10 wide:px-8 wide:pt-9', widths[width])}>
      {back}
      <header className="mb-5 flex flex-wrap items-end justify-between gap-x-4 gap-y-3 wide:mb-7">
        <div className="min-w-0">
          <h1 id="page-heading" tabIndex={-1} className="text-2xl font-bold tracking-tight break-words">
            {heading ?? title}
          </h1>
          {lead ? <p className="mt-1 text-muted">{lead}</p> : null}
        </div>
        {aside}
      </header>
      {children}
    </div>
  )
}

const BackAnchor = ({ children, ...rest }: React.ComponentPropsWithRef<'a'>) => (
  <a
    {...rest}
    className="mb-1 -ml-2 inline-flex min-h-11 items-center gap-1 rounded-tile pr-3 pl-1 text-sm font-semibold text-muted hover:text-ink"
  >
    <ChevronLeft size={18} aria-hidden />
    {children}
  </a>
)

export const BackLink = createLink(BackAnchor)
