import { devicePlace, zoneIn } from '@streamline/client/households'
import { useRegister } from '@streamline/client/identity'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { IdentityPage, quietLink } from './identity-page.tsx'
import { PasswordField } from './password-field.tsx'
import { CountryField, TimeZoneField } from '../../design/place-fields.tsx'
import { forgetInvitation } from './kept-invitation.ts'
import { useRegisterInvitation } from './use-register-invitation.ts'

const route = getRouteApi('/register')

const lengthOf = (text: string): number => [...text.normalize('NFC')].length

export const RegisterScreen = () => {
  const { t } = useTranslation('identity')
  const navigate = useNavigate()
  const registering = useRegister()
  const { control, register, getValues, handleSubmit, setValue, formState } = useForm({
    defaultValues: { name: '', email: '', password: '', ...devicePlace(navigator.language) },
  })
  const { errors } = formState
  const country = useWatch({ control, name: 'country' })
  const invitation = useRegisterInvitation(route.useSearch().next)

  const submit = handleSubmit(({ country: place, timeZone, ...person }) => {
    if (invitation === null)
      return registering.mutate(
        { ...person, country: place, timeZone },
        { onSuccess: () => void navigate({ to: '/welcome' }) },
      )
    return registering.mutate(
      { ...person, invitation: invitation.token },
      {
        onSuccess: () => {
          forgetInvitation()
          void navigate({ to: '/home' })
        },
      },
    )
  })
  const refused = registering.error
  const placed = refused?.places.length ? refused : null

  return (
    <IdentityPage
      title={invitation?.title ?? t('register.title')}
      lead={invitation?.lead ?? t('register.lead')}
      other={
        <>
          <Link to="/sign-in" search={invitation ? { next: '/invite' } : {}} className={quietLink}>
            {t('register.toSignIn')}
          </Link>
          {invitation ? (
            <Link to="/register" className={quietLink}>
              {invitation.without}
            </Link>
          ) : null}
        </>
      }
    >
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          {...register('name', { validate: (name) => name.trim() !== '' || t('missing.name') })}
          label={t('name')}
          hint={t('nameHint')}
          error={errors.name?.message ?? placed?.messageAt('name')}
          autoComplete="name"
          maxLength={120}
        />
        <TextField
          {...register('email', {
            required: t('missing.email'),
            pattern: { value: /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/, message: t('missing.emailForm') },
          })}
          label={t('email')}
          error={errors.email?.message ?? placed?.messageAt('email')}
          type="email"
          inputMode="email"
          autoComplete="email"
          autoCapitalize="none"
          maxLength={254}
        />
        <PasswordField
          {...register('password', {
            required: t('missing.password'),
            validate: {
              long: (text) => lengthOf(text) >= 8 || t('missing.passwordShort'),
              short: (text) => lengthOf(text) <= 128 || t('missing.passwordLong'),
            },
          })}
          hint={t('passwordHint')}
          error={errors.password?.message ?? placed?.messageAt('password')}
          autoComplete="new-password"
        />
        {invitation ? null : (
          <div className="grid gap-4 sm:grid-cols-2">
            <CountryField
              {...register('country', {
                onChange: (event: { target: { value: string } }) =>
                  setValue('timeZone', zoneIn(event.target.value, getValues('timeZone'))),
              })}
              error={placed?.messageAt('country')}
            />
            <TimeZoneField
              {...register('timeZone')}
              country={country}
              error={placed?.messageAt('timeZone')}
            />
          </div>
        )}
        <FormError error={refused} />
        <Button type="submit" size="lg" wide busy={registering.isPending}>
          {invitation?.submit ?? t('register.submit')}
        </Button>
      </form>
    </IdentityPage>
  )
}
