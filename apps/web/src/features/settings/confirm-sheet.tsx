import { loadAccountTexts } from '@streamline/client'
import {
  answerConfirmation,
  isTotpCode,
  totpCodeIn,
  useConfirm,
  useConfirmWithPasskey,
  useSecurity,
} from '@streamline/client/identity'
import { KeyRound } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useLeave } from '../identity/sign-out.ts'
import { Button } from '../../design/button.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { askPasskey, hasPasskeys } from '../identity/passkey.ts'
import { PasswordField } from '../identity/password-field.tsx'

type Way = 'password' | 'code' | 'passkey'

const confirmed = () => answerConfirmation(true)

const WithText = ({ way }: { way: 'password' | 'code' }) => {
  const { t } = useTranslation('account')
  const confirm = useConfirm()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { text: '' } })
  // The e-mail is known here, so it cannot be what is wrong.
  const isWrong = confirm.error?.code === 'wrong-credentials'
  const error = formState.errors.text?.message ?? (isWrong ? t('confirm.wrongPassword') : undefined)
  const submit = handleSubmit(({ text }) =>
    confirm.mutate(way === 'code' ? { code: totpCodeIn(text) } : { password: text }, {
      onSuccess: confirmed,
    }),
  )
  return (
    <form
      // The sheet stands inside no other form, but events of React bubble through portals.
      onSubmit={(event) => {
        event.stopPropagation()
        void submit(event)
      }}
      noValidate
      className="space-y-4"
    >
      {way === 'password' ? (
        <PasswordField
          {...register('text', { required: t('confirm.missingPassword') })}
          label={t('confirm.currentPassword')}
          error={error}
          autoComplete="current-password"
        />
      ) : (
        <TextField
          {...register('text', {
            validate: (text) => isTotpCode(text) || t('confirm.missingCode'),
          })}
          label={t('confirm.code')}
          error={error}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
      )}
      <FormError error={isWrong ? null : confirm.error} />
      <Button type="submit" wide busy={confirm.isPending}>
        {t('confirm.submit')}
      </Button>
    </form>
  )
}

const WithPasskey = () => {
  const { t } = useTranslation('account')
  const confirm = useConfirmWithPasskey(askPasskey)
  return (
    <div className="space-y-4">
      <FormError error={confirm.error} />
      <Button
        icon={KeyRound}
        wide
        busy={confirm.isPending}
        onClick={() => confirm.mutate(undefined, { onSuccess: confirmed })}
      >
        {t('confirm.usePasskey')}
      </Button>
    </div>
  )
}

/** Who signs in with another service only confirms by doing that again. */
const SignInAgain = () => {
  const { t } = useTranslation('account')
  const { leave, busy } = useLeave()
  return (
    <div className="space-y-4">
      <p className="text-muted">{t('confirm.none')}</p>
      <Button
        wide
        busy={busy}
        onClick={() => {
          answerConfirmation(false)
          leave('/sign-in')
        }}
      >
        {t('confirm.signIn')}
      </Button>
    </div>
  )
}

const Ways = () => {
  const { t } = useTranslation('account')
  const { data, error, refetch } = useSecurity()
  const [chosen, choose] = useState<Way | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Skeleton className="h-24 w-full" />
  const ways: Way[] = [
    ...(data.hasPassword ? (['password'] as const) : []),
    ...(data.totp ? (['code'] as const) : []),
    ...(data.passkeys > 0 && hasPasskeys ? (['passkey'] as const) : []),
  ]
  const way = chosen ?? ways[0]
  if (way === undefined) return <SignInAgain />
  return (
    <div className="space-y-5">
      {ways.length > 1 ? (
        <Segmented
          label={t('confirm.way')}
          value={way}
          options={ways.map((value) => ({ value, label: t(`confirm.${value}`) }))}
          onChange={choose}
        />
      ) : null}
      {way === 'passkey' ? <WithPasskey /> : <WithText key={way} way={way} />}
    </div>
  )
}

/** Opens wherever a route wants a recent sign-in; what was refused is sent again afterwards. */
const ConfirmSheet = () => {
  const { t, i18n } = useTranslation('account')
  const [ready, setReady] = useState(() => i18n.hasResourceBundle(i18n.language, 'account'))
  useEffect(() => void loadAccountTexts(i18n).then(() => setReady(true)), [i18n])
  return ready ? (
    <Sheet open onClose={() => answerConfirmation(false)} title={t('confirm.title')} lead={t('confirm.lead')}>
      <Ways />
    </Sheet>
  ) : null
}

export default ConfirmSheet
