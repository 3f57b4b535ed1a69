import { useRegister } from '@streamline/client/identity'
import { getCalendars, getLocales } from 'expo-localization'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { PasswordField, TextField } from '../../design/field.tsx'
import { Page, PageHead } from '../../design/page.tsx'
import { TopBar } from '../../design/top-bar.tsx'

const lengthOf = (text: string): number => [...text.normalize('NFC')].length

/** Where this device is, as it says itself; the household can be moved later. */
const placeOfDevice = () => {
  const country = getLocales()[0]?.regionCode
  const zone = getCalendars()[0]?.timeZone
  const timeZone = zone === 'Asia/Calcutta' ? 'Asia/Kolkata' : zone
  return { ...(country ? { country } : {}), ...(timeZone ? { timeZone } : {}) }
}

export const RegisterScreen = () => {
  const { t } = useTranslation('identity')
  const router = useRouter()
  const registering = useRegister()
  const [form, setForm] = useState({ name: '', email: '', password: '' })
  const [sent, setSent] = useState(false)
  const placed = registering.error?.places.length ? registering.error : null
  const problems = {
    name: form.name.trim() === '' ? t('missing.name') : undefined,
    email:
      form.email.trim() === ''
        ? t('missing.email')
        : /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(form.email)
          ? undefined
          : t('missing.emailForm'),
    password:
      form.password === ''
        ? t('missing.password')
        : lengthOf(form.password) < 8
          ? t('missing.passwordShort')
          : lengthOf(form.password) > 128
            ? t('missing.passwordLong')
            : undefined,
  }
  const errorAt = (field: keyof typeof form): string | undefined =>
    (sent ? problems[field] : undefined) ?? placed?.messageAt(field)
  const submit = (): void => {
    setSent(true)
    if (Object.values(problems).some((problem) => problem !== undefined)) return
    const { name, email, password } = form
    registering.mutate(
      { name: name.trim(), email: email.trim(), password, ...placeOfDevice() },
      { onSuccess: () => router.replace('/home') },
    )
  }
  return (
    <Page head={<TopBar title="" home="/" />}>
      <PageHead title={t('register.title')} lead={t('register.lead')} />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        error={errorAt('name')}
        value={form.name}
        onChangeText={(name) => setForm({ ...form, name })}
        autoComplete="name"
        maxLength={120}
      />
      <TextField
        label={t('email')}
        error={errorAt('email')}
        value={form.email}
        onChangeText={(email) => setForm({ ...form, email })}
        inputMode="email"
        autoCapitalize="none"
        autoCorrect={false}
        autoComplete="email"
        maxLength={254}
      />
      <PasswordField
        label={t('password')}
        hint={t('passwordHint')}
        error={errorAt('password')}
        value={form.password}
        onChangeText={(password) => setForm({ ...form, password })}
        autoComplete="new-password"
        onSubmitEditing={submit}
      />
      <FormError error={registering.error} />
      <Button size="lg" busy={registering.isPending} onPress={submit}>
        {t('register.submit')}
      </Button>
      <Button variant="quiet" onPress={() => router.replace('/sign-in')}>
        {t('register.toSignIn')}
      </Button>
    </Page>
  )
}
