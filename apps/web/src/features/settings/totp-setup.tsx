import { inFours, isTotpCode, totpCodeIn, useConfirmTotp } from '@streamline/client/identity'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button, ButtonAnchor } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { CopyButton } from '../../design/shown-once.tsx'

/** Secret into the app, its first code back. */
export const TotpSetup = ({
  secret,
  uri,
  onDone,
  onCancel,
}: {
  secret: string
  uri: string
  onDone: (recoveryCodes: string[]) => void
  onCancel: () => void
}) => {
  const { t } = useTranslation('account')
  const app = useTranslation('app').t
  const confirm = useConfirmTotp()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } })
  const submit = handleSubmit(({ code }) =>
    confirm.mutate({ code: totpCodeIn(code) }, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) }),
  )
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <p>{t('totp.scan')}</p>
      <QrCode text={uri} label={t('totp.qr')} />
      <div>
        <p className="text-sm font-semibold">{t('totp.secret')}</p>
        <p className="font-mono break-words">{inFours(secret)}</p>
      </div>
      <div className="flex flex-wrap gap-2">
        <CopyButton text={secret} />
        <ButtonAnchor variant="secondary" href={uri}>
          {t('totp.openApp')}
        </ButtonAnchor>
      </div>
      <TextField
        {...register('code', {
          validate: (code) => isTotpCode(code) || t('confirm.missingCode'),
        })}
        label={t('totp.code')}
        error={formState.errors.code?.message}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
      />
      <FormError error={confirm.error} />
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={onCancel}>
          {app('actions.cancel')}
        </Button>
        <Button type="submit" busy={confirm.isPending}>
          {t('totp.submit')}
        </Button>
      </div>
    </form>
  )
}
