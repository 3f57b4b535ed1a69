import { useStartDemo } from '@streamline/client/identity'
import { useInstallation } from '@streamline/client/settings'
import { useNavigate } from '@tanstack/react-router'
import { CalendarClock, PiggyBank, Sparkles, UsersRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice, ThemeChoice } from '../../design/appearance-choice.tsx'
import { Logo } from '../../design/logo.tsx'
import { Button, ButtonLink } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { useTitle } from '../../design/page.tsx'
import { ExampleCard } from './example-card.tsx'
import { StreamLines } from '../../design/stream-lines.tsx'

const points = [
  { key: 'renew', icon: CalendarClock },
  { key: 'share', icon: UsersRound },
  { key: 'save', icon: PiggyBank },
] as const

/** The ways in: the demo where this installation offers one, an account, or signing in. */
const Entrance = () => {
  const { t } = useTranslation('landing')
  const navigate = useNavigate()
  const offersDemo = useInstallation().data?.demo ?? false
  const demo = useStartDemo()
  return (
    <div className="mt-8 max-w-md space-y-3">
      {offersDemo ? (
        <>
          <Button
            size="lg"
            wide
            className="max-sm:shrink max-sm:whitespace-normal"
            icon={Sparkles}
            busy={demo.isPending}
            aria-describedby="demo-hint"
            onClick={() => demo.mutate(undefined, { onSuccess: () => void navigate({ to: '/home' }) })}
          >
            {t('demo')}
          </Button>
          <p id="demo-hint" className="text-center text-sm text-muted">
            {t('demoHint')}
          </p>
          <FormError error={demo.error} />
        </>
      ) : null}
      <div className="flex flex-wrap gap-3 pt-1">
        <ButtonLink
          to="/register"
          size="lg"
          variant={offersDemo ? 'secondary' : 'primary'}
          className="flex-1"
        >
          {t('register')}
        </ButtonLink>
        <ButtonLink to="/sign-in" size="lg" variant="secondary" className="flex-1">
          {t('signIn')}
        </ButtonLink>
      </div>
    </div>
  )
}

export const LandingScreen = () => {
  const { t } = useTranslation('landing')
  useTitle(t('title'))
  return (
    <div className="overflow-x-clip">
      <div className="mx-auto flex min-h-dvh w-full max-w-6xl flex-col px-5 pt-5 pb-10 wide:px-10">
        <header className="flex flex-wrap items-center justify-between gap-3">
          <Logo />
          <div className="flex flex-wrap gap-2">
            <LanguageChoice />
            <div className="hidden wide:block">
              <ThemeChoice compact />
            </div>
          </div>
        </header>
        <main id="main" tabIndex={-1}>
          <div className="grid grid-cols-1 items-center gap-x-14 gap-y-12 py-10 wide:grid-cols-[1.1fr_1fr] wide:py-16">
            <div>
              <h1
                id="page-heading"
                tabIndex={-1}
                className="text-3xl font-extrabold tracking-tight wide:text-4xl"
              >
                {t('headline')}
              </h1>
              <p className="mt-4 max-w-[54ch] text-lg text-muted">{t('lead')}</p>
              <Entrance />
            </div>
            <div className="relative">
              <StreamLines
                width={30}
                className="absolute -top-8 -left-24 h-[calc(100%+4rem)] w-[calc(100%+12rem)] wide:-left-14 wide:w-[calc(50%+3.5rem+50vw)] wide:mask-l-from-85%"
              />
              <ExampleCard />
            </div>
          </div>
          <ul className="grid gap-x-10 gap-y-7 border-t border-line pt-10 wide:grid-cols-3">
            {points.map(({ key, icon: Icon }) => (
              <li key={key} className="flex gap-4 wide:block">
                <span className="flex size-11 shrink-0 items-center justify-center rounded-tile bg-brand-soft text-brand">
                  <Icon size={22} aria-hidden />
                </span>
                <div>
                  <h2 className="text-lg font-bold tracking-tight wide:mt-3">{t(`points.${key}.title`)}</h2>
                  <p className="mt-1 text-muted">{t(`points.${key}.text`)}</p>
                </div>
              </li>
            ))}
          </ul>
        </main>
        <footer className="mt-10 text-sm text-faint">{t('foot')}</footer>
      </div>
    </div>
  )
}
