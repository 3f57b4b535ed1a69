import { ProblemError } from '@streamline/client'
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { RotateCw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../design/button.tsx'
import { ErrorState } from '../design/error-state.tsx'

/** A screen that could not be shown: refused or unreachable data says why, a fault of ours offers a way on. */
export const CrashScreen = ({ error, reset }: ErrorComponentProps) => {
  const { t } = useTranslation()
  const router = useRouter()
  const retry = () => {
    reset()
    void router.invalidate()
  }
  return (
    <main
      id="main"
      tabIndex={-1}
      className="mx-auto flex min-h-[70dvh] max-w-lg flex-col justify-center px-6"
    >
      {error instanceof ProblemError ? (
        <>
          <h1 id="page-heading" tabIndex={-1} className="sr-only">
            {t('crash.title')}
          </h1>
          <ErrorState error={error} onRetry={retry} />
        </>
      ) : (
        <div role="alert" className="text-center">
          <h1 id="page-heading" tabIndex={-1} className="text-2xl font-bold tracking-tight">
            {t('crash.title')}
          </h1>
          <p className="mt-2 mb-6 text-muted">{t('crash.text')}</p>
          <div className="flex flex-wrap justify-center gap-3">
            <Button icon={RotateCw} onClick={retry}>
              {t('actions.retry')}
            </Button>
            <Button variant="secondary" onClick={() => location.reload()}>
              {t('crash.reload')}
            </Button>
          </div>
        </div>
      )}
    </main>
  )
}
