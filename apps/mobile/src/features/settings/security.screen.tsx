import { useChangePassword, useMe, usePasswordRule, useSecurity } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Empty } from '../../design/empty.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { PasswordField } from '../../design/field.tsx'
import { ShieldCheck } from '../../design/icons.ts'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { SwitchRow } from '../../design/switch-row.tsx'
import { Text } from '../../design/text.tsx'
import { SettingsPage } from './settings-page.tsx'
import { TotpCard } from './totp-card.tsx'

const PasswordCard = ({ hasPassword }: { hasPassword: boolean }) => {
  const { t } = useTranslation('account')
  const change = useChangePassword()
  const rule = usePasswordRule()
  const [password, setPassword] = useState('')
  const [keep, setKeep] = useState(false)
  const [sent, setSent] = useState(false)
  const problem = rule(password)
  const submit = (): void => {
    setSent(true)
    if (problem !== true || change.isPending) return
    change.mutate(
      { password, keepOtherSessions: keep },
      {
        onSuccess: () => {
          setPassword('')
          setSent(false)
          showToast(t('password.done'))
        },
      },
    )
  }
  return (
    <Card title={t('password.title')} className="gap-4">
      {hasPassword ? null : <Text tone="muted">{t('password.none')}</Text>}
      <PasswordField
        label={t('password.new')}
        hint={t('password.hint')}
        error={sent && problem !== true ? problem : undefined}
        value={password}
        onChangeText={setPassword}
        autoComplete="new-password"
        onSubmitEditing={submit}
      />
      <SwitchRow label={t('password.keep')} hint={t('password.keepHint')} value={keep} onChange={setKeep} />
      <FormError error={change.error} />
      <Button busy={change.isPending} onPress={submit}>
        {t(hasPassword ? 'password.submit' : 'password.set')}
      </Button>
    </Card>
  )
}

/** How the account is secured; a demo has nothing to secure. */
export const SecurityScreen = () => {
  const { t } = useTranslation('account')
  const demo = useMe().data?.demo ?? false
  const { data, error, refetch } = useSecurity()
  return (
    <SettingsPage title={t('tabs.security')}>
      {demo ? (
        <Card>
          <Empty icon={ShieldCheck} title={t('demoTitle')} text={t('demo')} />
        </Card>
      ) : data ? (
        <>
          <PasswordCard hasPassword={data.hasPassword} />
          <TotpCard security={data} />
        </>
      ) : error ? (
        <Card>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </Card>
      ) : (
        <SkeletonCard count={2} />
      )}
    </SettingsPage>
  )
}
