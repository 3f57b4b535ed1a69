import { problemOf, type SecondFactor } from '@streamline/client'
import { usePasskeySecondFactor, useSecondFactor } from '@streamline/client/identity'
import { KeyRound } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { focusFirst } from '../../design/focus-first.ts'
import { Segmented } from '../../design/segmented.tsx'
import { askPasskey, hasPasskeys } from './passkey.ts'

type Method = SecondFactor['methods'][number]

interface StepProps {
  ticket: string
  onSignedIn: () => void
}

const WithCode = ({ ticket, method, onSignedIn }: StepProps & { method: 'totp' | 'recoveryCode' }) => {
  const { t } = useTranslation('identity')
  const confirm = useSecondFactor()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { code: '' } })
  const isTotp = method === 'totp'
  const submit = handleSubmit(({ code }) => {
    const typed = code.replaceAll(/\s/g, '')
    confirm.mutate(
      { ticket, ...(isTotp ? { code: typed } : { recoveryCode: typed }) },
      { onSuccess: onSignedIn },
    )
  })
  const field = register('code', {
    validate: (code) =>
      isTotp
        ? /^\d{6}$/.test(code.replaceAll(/\s/g, '')) || t('second.missingCode')
        : code.trim() !== '' || t('second.missingRecovery'),
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <TextField
        {...field}
        ref={(element) => {
          field.ref(element)
          focusFirst(element)
        }}
        label={t(isTotp ? 'second.code' : 'second.recovery')}
        hint={t(isTotp ? 'second.codeHint' : 'second.recoveryHint')}
        error={formState.errors.code?.message}
        inputMode={isTotp ? 'numeric' : 'text'}
        autoComplete={isTotp ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
      />
      <FormError error={confirm.error} />
      <Button type="submit" size="lg" wide busy={confirm.isPending}>
        {t('second.submit')}
      </Button>
      <Over error={confirm.error} />
    </form>
  )
}

const Over = ({ error }: { error: unknown }) => {
  const { t } = useTranslation('identity')
  return error && problemOf(error).code === 'session-ended' ? (
    <p className="text-sm text-muted">{t('second.over')}</p>
  ) : null
}

const WithPasskey = ({ ticket, onSignedIn }: StepProps) => {
  const { t } = useTranslation('identity')
  const confirm = usePasskeySecondFactor(askPasskey)
  return (
    <div className="space-y-4">
      <p className="text-muted">{t('second.passkeyHint')}</p>
      <FormError error={confirm.error} />
      <Button
        ref={focusFirst}
        icon={KeyRound}
        size="lg"
        wide
        busy={confirm.isPending}
        onClick={() => confirm.mutate(ticket, { onSuccess: onSignedIn })}
      >
        {t('second.usePasskey')}
      </Button>
      <Over error={confirm.error} />
    </div>
  )
}

/** After a right password: a code, a recovery code or a passkey. */
export const SecondStep = ({ ticket, methods, onSignedIn }: SecondFactor & { onSignedIn: () => void }) => {
  const { t } = useTranslation('identity')
  const ways = methods.filter((method) => method !== 'passkey' || hasPasskeys)
  const [method, setMethod] = useState<Method>(ways[0] ?? 'recoveryCode')
  return (
    <div className="space-y-5">
      {ways.length > 1 ? (
        <Segmented
          label={t('second.way')}
          value={method}
          options={ways.map((value) => ({ value, label: t(`second.${value}`) }))}
          onChange={setMethod}
        />
      ) : null}
      {method === 'passkey' ? (
        <WithPasskey ticket={ticket} onSignedIn={onSignedIn} />
      ) : (
        <WithCode key={method} ticket={ticket} method={method} onSignedIn={onSignedIn} />
      )}
    </div>
  )
}
