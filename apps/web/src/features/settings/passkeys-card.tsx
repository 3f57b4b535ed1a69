import { useInstant } from '@streamline/client'
import { useAddPasskey, usePasskeys, useRemovePasskey } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { KeyRound } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { hasPasskeys, makePasskey } from '../identity/passkey.ts'
import { KeysCard } from './keys-card.tsx'

const AddPasskey = () => {
  const { t } = useTranslation('account')
  const add = useAddPasskey(makePasskey)
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { name: '' } })
  const submit = handleSubmit(({ name }) =>
    add.mutate(
      { name: name.trim() },
      {
        onSuccess: () => {
          reset()
          showToast(t('passkeys.added'))
        },
      },
    ),
  )
  return (
    <form
      onSubmit={(event) => void submit(event)}
      noValidate
      className="space-y-3 border-t border-line px-5 py-5 wide:px-6"
    >
      <TextField
        {...register('name', { validate: (name) => name.trim() !== '' || t('passkeys.missingName') })}
        label={t('passkeys.name')}
        hint={t('passkeys.nameHint')}
        error={formState.errors.name?.message}
        autoComplete="off"
        maxLength={120}
      />
      <FormError error={add.error} />
      <Button type="submit" variant="secondary" icon={KeyRound} busy={add.isPending}>
        {t('passkeys.add')}
      </Button>
    </form>
  )
}

export const PasskeysCard = () => {
  const { t } = useTranslation('account')
  const instant = useInstant()
  return (
    <KeysCard
      list={usePasskeys()}
      remove={useRemovePasskey()}
      words={{
        title: t('passkeys.title'),
        lead: t('passkeys.lead'),
        empty: t('passkeys.empty'),
        remove: t('passkeys.remove'),
        removeOf: (name) => t('passkeys.removeOf', { name }),
        removeTitle: (name) => t('passkeys.removeTitle', { name }),
        removeText: t('passkeys.removeText'),
        removed: t('passkeys.removed'),
      }}
      row={({ backedUp, createdAt, lastUsedAt }) => ({
        badge: backedUp ? <Badge>{t('passkeys.synced')}</Badge> : null,
        lines: [
          t('passkeys.created', { date: instant(createdAt) }),
          lastUsedAt ? t('passkeys.used', { date: instant(lastUsedAt) }) : t('passkeys.unused'),
        ],
      })}
    >
      {hasPasskeys ? (
        <AddPasskey />
      ) : (
        <p className="px-5 pb-5 text-sm text-faint wide:px-6">{t('passkeys.unsupported')}</p>
      )}
    </KeysCard>
  )
}
