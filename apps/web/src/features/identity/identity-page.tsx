import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from '../../design/appearance-choice.tsx'
import { Logo } from '../../design/logo.tsx'
import { Card } from '../../design/card.tsx'
import { useTitle } from '../../design/page.tsx'
import { useKeptFocus } from '../../design/use-kept-focus.ts'

/** The frame of the screens before somebody is signed in. */
export const IdentityPage = ({
  title,
  lead,
  other,
  children,
}: {
  title: string
  lead: string
  /** The way to the other screen. */
  other: ReactNode
  children: ReactNode
}) => {
  const { t } = useTranslation()
  useTitle(title)
  const heading = useKeptFocus<HTMLHeadingElement>(title)
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-md flex-col px-4 pt-6 pb-10">
      <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <Link to="/" aria-label={t('name')} className="rounded-tile py-1">
          <Logo />
        </Link>
        <LanguageChoice />
      </header>
      <main id="main" tabIndex={-1} className="my-auto pt-8">
        <h1 ref={heading} id="page-heading" tabIndex={-1} className="text-3xl font-bold tracking-tight">
          {title}
        </h1>
        <p className="mt-1.5 mb-6 text-muted">{lead}</p>
        <Card>{children}</Card>
        <p className="mt-5 text-center">{other}</p>
      </main>
    </div>
  )
}

export const quietLink =
  'inline-flex min-h-11 items-center rounded-tile px-2 font-semibold text-brand underline underline-offset-4 hover:text-brand-hover'
