import { useSignIn } from '@streamline/client'
import { getRouteApi, Link, useRouter } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { AuthPage, quietLink } from './auth-page.tsx'
import { PasswordField } from './password-field.tsx'

const route = getRouteApi('/sign-in')

export const SignInScreen = () => {
  const { t } = useTranslation('auth')
  const { next } = route.useSearch()
  const router = useRouter()
  const signIn = useSignIn()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '', password: '' } })
  const { errors } = formState

  const submit = handleSubmit((input) =>
    signIn.mutate(input, { onSuccess: () => router.history.push(next ?? '/home') }),
  )

  return (
    <AuthPage
      title={t('signIn.title')}
      lead={t('signIn.lead')}
      other={
        <Link to="/register" className={quietLink}>
          {t('signIn.toRegister')}
        </Link>
      }
    >
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
    </AuthPage>
  )
}
