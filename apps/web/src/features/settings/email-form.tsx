import { useChangeEmail } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useEffect } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'

export const EmailForm = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('account')
  const app = useTranslation('app').t
  const change = useChangeEmail()
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { email: '' } })
  useEffect(() => setFocus('email'), [setFocus])
  const submit = handleSubmit(({ email }) =>
    change.mutate(
      { email },
      {
        onSuccess: () => {
          showToast(t('contact.linkSent', { email: email.trim() }))
          onClose()
        },
      },
    ),
  )
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4 pt-2 pb-3">
      <TextField
        {...register('email', {
          pattern: { value: /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/, message: t('contact.missingEmail') },
          required: t('contact.missingEmail'),
        })}
        label={t('contact.newEmail')}
        hint={t('contact.newEmailHint')}
        error={formState.errors.email?.message}
        type="email"
        inputMode="email"
        autoComplete="email"
        autoCapitalize="none"
      />
      <FormError error={change.error} />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={onClose}>
          {app('actions.cancel')}
        </Button>
        <Button type="submit" busy={change.isPending}>
          {t('contact.sendLink')}
        </Button>
      </div>
    </form>
  )
}
