import { useApi } from '@streamline/client'
import { linkError, usePasswordRule, useResetPassword } from '@streamline/client/identity'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { IdentityPage, quietLink } from './identity-page.tsx'
import { PasswordField } from './password-field.tsx'

const route = getRouteApi('/reset-password')

/** Where the link of the mail leads. The session of this browser, if any, ends with the others. */
export const ResetPasswordScreen = () => {
  const { t } = useTranslation('identity')
  const { token } = route.useSearch()
  const { session } = useApi()
  const reset = useResetPassword()
  const rule = usePasswordRule()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { password: '' } })
  const newLink = (
    <Link to="/forgot-password" className={quietLink}>
      {t('reset.newLink')}
    </Link>
  )
  if (reset.isSuccess)
    return (
      <IdentityPage title={t('reset.doneTitle')} lead={t('reset.done')} other={null}>
        <ButtonLink to="/sign-in" wide size="lg">
          {t('signIn.submit')}
        </ButtonLink>
      </IdentityPage>
    )
  if (token === undefined)
    return (
      <IdentityPage title={t('reset.title')} lead={t('reset.lead')} other={newLink}>
        <p role="alert">{t('reset.missing')}</p>
      </IdentityPage>
    )
  const submit = handleSubmit(({ password }) =>
    reset.mutate({ token, password }, { onSuccess: () => session.end() }),
  )
  return (
    <IdentityPage title={t('reset.title')} lead={t('reset.lead')} other={newLink}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <PasswordField
          {...register('password', { validate: rule })}
          label={t('reset.password')}
          hint={t('passwordHint')}
          error={formState.errors.password?.message}
          autoComplete="new-password"
        />
        <FormError error={linkError(reset.error)} />
        <Button type="submit" size="lg" wide busy={reset.isPending}>
          {t('reset.submit')}
        </Button>
      </form>
    </IdentityPage>
  )
}
