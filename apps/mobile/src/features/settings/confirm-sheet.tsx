import {
  answerConfirmation,
  isConfirming,
  isTotpCode,
  subscribeToConfirmation,
  totpCodeIn,
  useConfirm,
  useSecurity,
} from '@streamline/client/identity'
import { useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorState } from '../../design/error-state.tsx'
import { PasswordField, TextField } from '../../design/field.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { SkeletonCard } from '../../design/skeleton.tsx'
import { Text } from '../../design/text.tsx'
import { LeaveButton } from '../identity/leave-button.tsx'

type Way = 'password' | 'code'

const refuse = (): void => answerConfirmation(false)

/** Who one is, by the password or by a code of the app. */
const Ways = ({ ways }: { ways: readonly [Way, ...Way[]] }) => {
  const { t } = useTranslation('account')
  const confirm = useConfirm()
  const [way, setWay] = useState<Way>(ways[0])
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  const isReady = way === 'code' ? isTotpCode(text) : text !== ''
  // The e-mail is known here, so it cannot be what is wrong.
  const isWrong = confirm.error?.code === 'wrong-credentials'
  const missing = t(way === 'code' ? 'confirm.missingCode' : 'confirm.missingPassword')
  const error = sent && !isReady ? missing : isWrong ? t('confirm.wrongPassword') : undefined
  const submit = (): void => {
    setSent(true)
    if (isReady && !confirm.isPending)
      confirm.mutate(way === 'code' ? { code: totpCodeIn(text) } : { password: text }, {
        onSuccess: () => answerConfirmation(true),
      })
  }
  const field = { error, value: text, onChangeText: setText, autoFocus: true, onSubmitEditing: submit }
  return (
    <SheetForm
      title={t('confirm.title')}
      lead={t('confirm.lead')}
      label={t('confirm.submit')}
      busy={confirm.isPending}
      error={isWrong ? null : confirm.error}
      onClose={refuse}
      onSubmit={submit}
    >
      {ways.length > 1 ? (
        <Segmented
          label={t('confirm.way')}
          value={way}
          options={ways.map((value) => ({ value, label: t(`confirm.${value}`) }))}
          onChange={(next) => {
            setWay(next)
            setText('')
            setSent(false)
          }}
        />
      ) : null}
      {way === 'password' ? (
        <PasswordField {...field} label={t('confirm.currentPassword')} autoComplete="current-password" />
      ) : (
        <TextField
          {...field}
          label={t('confirm.code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={12}
        />
      )}
    </SheetForm>
  )
}

const Opened = () => {
  const { t } = useTranslation('account')
  const { data, error, refetch } = useSecurity()
  const ways: Way[] = [
    ...(data?.hasPassword ? (['password'] as const) : []),
    ...(data?.totp ? (['code'] as const) : []),
  ]
  const [first, ...others] = ways
  if (first !== undefined) return <Ways ways={[first, ...others]} />
  return (
    <Sheet open title={t('confirm.title')} lead={t('confirm.lead')} onClose={refuse}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <SkeletonCard count={1} />
      ) : (
        <>
          <Text tone="muted">{t('confirm.none')}</Text>
          <LeaveButton />
        </>
      )}
    </Sheet>
  )
}

/** Opens wherever a route wants a recent sign-in; what was refused is sent again afterwards. */
export const ConfirmSheet = () =>
  useSyncExternalStore(subscribeToConfirmation, isConfirming, isConfirming) ? <Opened /> : null
