import { useChangePassword, useMe, usePasswordRule, useSecurity } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { CheckField } from '../../design/check-field.tsx'
import { FormError } from '../../design/error-state.tsx'
import { PasswordField } from '../identity/password-field.tsx'

export const PasswordCard = () => {
  const { t } = useTranslation('account')
  const me = useMe().data
  const hasPassword = useSecurity().data?.hasPassword ?? true
  const change = useChangePassword()
  const rule = usePasswordRule()
  const [keep, setKeep] = useState(false)
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { password: '' } })
  const submit = handleSubmit(({ password }) =>
    change.mutate(
      { password, keepOtherSessions: keep },
      {
        onSuccess: () => {
          reset()
          showToast(t('password.done'))
        },
      },
    ),
  )
  return (
    <Card title={t('password.title')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        {hasPassword ? null : <p className="text-muted">{t('password.none')}</p>}
        {/* Password managers file the new password under this name. */}
        <input type="hidden" name="username" autoComplete="username" value={me?.email ?? ''} readOnly />
        <PasswordField
          {...register('password', { validate: rule })}
          label={t('password.new')}
          hint={t('password.hint')}
          error={formState.errors.password?.message}
          autoComplete="new-password"
        />
        <CheckField
          label={t('password.keep')}
          hint={t('password.keepHint')}
          checked={keep}
          onChange={setKeep}
        />
        <FormError error={change.error} />
        <Button type="submit" variant="secondary" busy={change.isPending}>
          {t(hasPassword ? 'password.submit' : 'password.set')}
        </Button>
      </form>
    </Card>
  )
}
