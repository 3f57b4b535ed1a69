import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../design/button.tsx'
import { useTitle } from '../design/page.tsx'
import { LogoMark } from '../design/logo.tsx'

export const NotFoundScreen = () => {
  const { t } = useTranslation()
  useTitle(t('notFound.title'))
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-[80dvh] max-w-md flex-col items-center justify-center px-6 text-center"
    >
      <LogoMark className="mb-6 size-14" />
      <h1 id="page-heading" tabIndex={-1} className="text-2xl font-bold tracking-tight">
        {t('notFound.title')}
      </h1>
      <p className="mt-2 mb-6 text-muted">{t('notFound.text')}</p>
      <ButtonLink to="/">{t('notFound.home')}</ButtonLink>
    </main>
  )
}
