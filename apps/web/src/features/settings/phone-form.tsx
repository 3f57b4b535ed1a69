import { useChangePhone, useVerifyPhone } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'

const bare = (text: string): string => text.replaceAll(/[\s()-]/g, '')

/** The number, then the code that was sent to it. */
export const PhoneForm = ({ phone, onClose }: { phone: string; onClose: () => void }) => {
  const { t } = useTranslation('account')
  const app = useTranslation('app').t
  const send = useChangePhone()
  const verify = useVerifyPhone()
  const [sentTo, setSentTo] = useState<string | null>(null)
  const { register, handleSubmit, setFocus, formState } = useForm({ defaultValues: { phone, code: '' } })
  useEffect(() => setFocus(sentTo === null ? 'phone' : 'code'), [sentTo, setFocus])
  const submit = handleSubmit((input) =>
    sentTo === null
      ? send.mutate({ phone: bare(input.phone) }, { onSuccess: () => setSentTo(bare(input.phone)) })
      : verify.mutate(
          { code: bare(input.code) },
          {
            onSuccess: () => {
              showToast(t('contact.phoneDone'))
              onClose()
            },
          },
        ),
  )
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4 pt-2 pb-3">
      {sentTo === null ? (
        <TextField
          {...register('phone', {
            validate: (text) => /^\+[1-9]\d{6,14}$/.test(bare(text)) || t('contact.missingPhone'),
          })}
          label={t('contact.newPhone')}
          hint={t('contact.newPhoneHint')}
          error={formState.errors.phone?.message}
          type="tel"
          autoComplete="tel"
        />
      ) : (
        <TextField
          {...register('code', {
            validate: (text) => /^\d{6}$/.test(bare(text)) || t('contact.missingCode'),
          })}
          label={t('contact.code')}
          hint={t('contact.codeHint', { phone: sentTo })}
          error={formState.errors.code?.message}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
      )}
      <FormError error={send.error ?? verify.error} />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={onClose}>
          {app('actions.cancel')}
        </Button>
        <Button type="submit" busy={send.isPending || verify.isPending}>
          {t(sentTo === null ? 'contact.sendCode' : 'contact.verify')}
        </Button>
      </div>
    </form>
  )
}
