import { type Ticket, ticketOf, useSignIn } from '@streamline/client/identity'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { IdentityPage, quietLink } from './identity-page.tsx'
import { OtherWays } from './other-ways.tsx'
import { PasswordField } from './password-field.tsx'
import { SecondStep } from './second-step.tsx'

const route = getRouteApi('/sign-in')

/** Why the way through another service ended here. */
const Refused = ({ problem }: { problem: string | undefined }) => {
  const { t } = useTranslation('identity')
  if (problem === undefined) return null
  const known = (['identity-refused', 'email-not-verified', 'email-taken', 'session-ended'] as const).find(
    (code) => code === problem,
  )
  return (
    <p role="alert" className="mb-4 rounded-control bg-warn-soft px-4 py-3 text-sm font-medium text-warn">
      {t(`refused.${known ?? 'other'}`)}
    </p>
  )
}

export const SignInScreen = () => {
  const { t } = useTranslation('identity')
  const { next, problem } = route.useSearch()
  const router = useRouter()
  const signIn = useSignIn()
  const [ticket, setTicket] = useState<Ticket | null>(() => ticketOf(location.hash))
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '', password: '' } })
  const { errors } = formState
  const goOn = () => router.history.push(next ?? ticket?.next ?? '/home')

  useEffect(() => {
    // A ticket does not stay in the address, where history and a shared link would keep it.
    if (location.hash !== '') router.history.replace(location.pathname + location.search)
  }, [router])

  const submit = handleSubmit((input) =>
    signIn.mutate(input, {
      onSuccess: (answer) => ('secondFactor' in answer ? setTicket(answer.secondFactor) : goOn()),
    }),
  )

  if (ticket)
    return (
      <IdentityPage
        title={t('second.title')}
        lead={t('second.lead')}
        other={
          <button type="button" className={quietLink} onClick={() => setTicket(null)}>
            {t('second.again')}
          </button>
        }
      >
        <SecondStep {...ticket} onSignedIn={goOn} />
      </IdentityPage>
    )
  return (
    <IdentityPage
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      other={
        <Link to="/register" className={quietLink}>
          {t('signIn.toRegister')}
        </Link>
      }
    >
      <Refused problem={problem} />
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          {...register('email', { required: t('missing.email') })}
          label={t('email')}
          error={errors.email?.message}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
        />
        <PasswordField
          {...register('password', { required: t('missing.password') })}
          error={errors.password?.message}
          autoComplete="current-password"
        />
        <FormError error={signIn.error} />
        <Button type="submit" size="lg" wide busy={signIn.isPending}>
          {t('signIn.submit')}
        </Button>
      </form>
      <p className="mt-2 text-center">
        <Link to="/forgot-password" className={quietLink}>
          {t('forgot')}
        </Link>
      </p>
      <OtherWays next={next} onSignedIn={goOn} />
    </IdentityPage>
  )
}
