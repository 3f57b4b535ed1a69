import { type Ticket, useSignIn } from '@streamline/client/identity'
import { useRouter } from 'expo-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { PasswordField, TextField } from '../../design/field.tsx'
import { Page, PageHead } from '../../design/page.tsx'
import { TopBar } from '../../design/top-bar.tsx'
import { SecondStep } from './second-step.tsx'

export const SignInScreen = () => {
  const { t } = useTranslation('identity')
  const router = useRouter()
  const signIn = useSignIn()
  const [ticket, setTicket] = useState<Ticket | null>(null)
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [sent, setSent] = useState(false)
  const goOn = (): void => router.replace('/home')
  const submit = (): void => {
    setSent(true)
    if (email.trim() === '' || password === '') return
    signIn.mutate(
      { email: email.trim(), password },
      { onSuccess: (answer) => ('secondFactor' in answer ? setTicket(answer.secondFactor) : goOn()) },
    )
  }
  if (ticket !== null)
    return (
      <Page head={<TopBar title="" home="/" />}>
        <PageHead title={t('second.title')} lead={t('second.lead')} />
        <SecondStep {...ticket} onSignedIn={goOn} />
        <Button variant="quiet" onPress={() => setTicket(null)}>
          {t('second.again')}
        </Button>
      </Page>
    )
  return (
    <Page head={<TopBar title="" home="/" />}>
      <PageHead title={t('signIn.title')} lead={t('signIn.lead')} />
      <TextField
        label={t('email')}
        error={sent && email.trim() === '' ? t('missing.email') : undefined}
        value={email}
        onChangeText={setEmail}
        inputMode="email"
        autoCapitalize="none"
        autoCorrect={false}
        autoComplete="username"
        textContentType="username"
      />
      <PasswordField
        label={t('password')}
        error={sent && password === '' ? t('missing.password') : undefined}
        value={password}
        onChangeText={setPassword}
        autoComplete="current-password"
        textContentType="password"
        returnKeyType="go"
        onSubmitEditing={submit}
      />
      <FormError error={signIn.error} />
      <Button size="lg" busy={signIn.isPending} onPress={submit}>
        {t('signIn.submit')}
      </Button>
      <Button variant="quiet" onPress={() => router.replace('/register')}>
        {t('signIn.toRegister')}
      </Button>
    </Page>
  )
}
