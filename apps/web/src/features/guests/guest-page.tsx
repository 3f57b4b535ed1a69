import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from '../../design/appearance-choice.tsx'
import { Logo } from '../../design/logo.tsx'
import { useTitle } from '../../design/page.tsx'

/** The frame of a page for who has only a link: no rooms to go to. */
export const GuestPage = ({ lead, children }: { lead: string; children: ReactNode }) => {
  const { t } = useTranslation('visit')
  const app = useTranslation('app').t
  useTitle(t('guest.title'))
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col px-4 pt-6 pb-12">
      <header className="flex items-center justify-between gap-4">
        <Link to="/" aria-label={app('name')} className="rounded-tile py-1">
          <Logo />
        </Link>
        <LanguageChoice />
      </header>
      <main id="main" tabIndex={-1} className="pt-8">
        <h1 id="page-heading" tabIndex={-1} className="text-3xl font-bold tracking-tight">
          {t('guest.title')}
        </h1>
        <p className="mt-1.5 mb-6 break-words text-muted">{lead}</p>
        {children}
      </main>
    </div>
  )
}
