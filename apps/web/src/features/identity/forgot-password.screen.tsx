import { useForgotPassword } from '@streamline/client/identity'
import { useInstallation } from '@streamline/client/settings'
import { Link } from '@tanstack/react-router'
import { Mail } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button, ButtonAnchor } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { IdentityPage, quietLink } from './identity-page.tsx'

export const ForgotPasswordScreen = () => {
  const { t } = useTranslation('identity')
  const mailbox = useInstallation().data?.mailbox ?? false
  const ask = useForgotPassword()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { email: '' } })
  const submit = handleSubmit((input) => ask.mutate(input))
  const toSignIn = (
    <Link to="/sign-in" className={quietLink}>
      {t('toSignIn')}
    </Link>
  )
  if (ask.isSuccess)
    return (
      <IdentityPage title={t('forgotten.sentTitle')} lead={t('forgotten.lead')} other={toSignIn}>
        <div className="space-y-4">
          <output className="block break-words">
            {t('forgotten.sent', { email: ask.variables.email.trim() })}
          </output>
          {mailbox ? (
            <ButtonAnchor href="/dev/mailbox" variant="secondary" icon={Mail} wide>
              {t('forgotten.mailbox')}
            </ButtonAnchor>
          ) : null}
          <Button variant="quiet" wide onClick={() => ask.reset()}>
            {t('forgotten.other')}
          </Button>
        </div>
      </IdentityPage>
    )
  return (
    <IdentityPage title={t('forgotten.title')} lead={t('forgotten.lead')} other={toSignIn}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          {...register('email', {
            required: t('missing.email'),
            pattern: { value: /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/, message: t('missing.emailForm') },
          })}
          label={t('email')}
          error={formState.errors.email?.message}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="none"
        />
        <FormError error={ask.error} />
        <Button type="submit" size="lg" wide busy={ask.isPending}>
          {t('forgotten.submit')}
        </Button>
      </form>
    </IdentityPage>
  )
}
