import { type Passkey, useInstant } from '@streamline/client'
import { useAddPasskey, usePasskeys, useRemovePasskey } from '@streamline/client/identity'
import { KeyRound } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { showToast } from '../../design/toast-store.ts'
import { hasPasskeys, makePasskey } from '../identity/passkey.ts'
import { KeptList, KeptRow } from './kept-list.tsx'
import { useRemoval } from './use-removal.tsx'

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
  const list = usePasskeys()
  const { ask, isBusy, problem, dialog } = useRemoval<Passkey>(useRemovePasskey(), {
    title: ({ name }) => t('passkeys.removeTitle', { name }),
    text: t('passkeys.removeText'),
    confirm: t('passkeys.remove'),
    done: t('passkeys.removed'),
  })
  return (
    <Card title={t('passkeys.title')} flush>
      <p className="px-5 pb-2 text-muted wide:px-6">{t('passkeys.lead')}</p>
      <KeptList list={list} empty={t('passkeys.empty')}>
        {(passkey) => (
          <KeptRow
            key={passkey.id}
            title={passkey.name}
            badge={passkey.backedUp ? <Badge>{t('passkeys.synced')}</Badge> : null}
            lines={[
              t('passkeys.created', { date: instant(passkey.createdAt) }),
              passkey.lastUsedAt
                ? t('passkeys.used', { date: instant(passkey.lastUsedAt) })
                : t('passkeys.unused'),
            ]}
            action={t('passkeys.remove')}
            actionLabel={t('passkeys.removeOf', { name: passkey.name })}
            busy={isBusy(passkey)}
            onAction={() => ask(passkey)}
          />
        )}
      </KeptList>
      {problem}
      {hasPasskeys ? (
        <AddPasskey />
      ) : (
        <p className="px-5 pb-5 text-sm text-faint wide:px-6">{t('passkeys.unsupported')}</p>
      )}
      {dialog}
    </Card>
  )
}
