import type { AdministeredUser } from '@streamline/client'
import { useBlockUser, useUnblockUser } from '@streamline/client/administration'
import { showToast } from '@streamline/client/toasts'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextAreaField } from '../../design/field.tsx'

const Block = ({ user: { id, name } }: { user: AdministeredUser }) => {
  const { t } = useTranslation('administration')
  const block = useBlockUser()
  const { register, handleSubmit, formState } = useForm({ defaultValues: { reason: '' } })
  const submit = handleSubmit(({ reason }) =>
    block.mutate({ id, reason: reason.trim() }, { onSuccess: () => showToast(t('block.done', { name })) }),
  )
  return (
    <Card title={t('block.title')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <p className="text-muted">{t('block.text')}</p>
        <TextAreaField
          {...register('reason', { validate: (text) => text.trim() !== '' || t('block.missingReason') })}
          label={t('block.reason')}
          hint={t('block.reasonHint')}
          error={formState.errors.reason?.message}
          maxLength={500}
        />
        <FormError error={block.error} />
        <Button type="submit" variant="danger" busy={block.isPending}>
          {t('block.submit')}
        </Button>
      </form>
    </Card>
  )
}

const Unblock = ({ user: { id, name } }: { user: AdministeredUser }) => {
  const { t } = useTranslation('administration')
  const unblock = useUnblockUser()
  return (
    <Card title={t('block.undoTitle')}>
      <div className="space-y-4">
        <p className="text-muted">{t('block.undoText')}</p>
        <FormError error={unblock.error} />
        <Button
          variant="secondary"
          busy={unblock.isPending}
          onClick={() => unblock.mutate({ id }, { onSuccess: () => showToast(t('block.undone', { name })) })}
        >
          {t('block.undo')}
        </Button>
      </div>
    </Card>
  )
}

export const BlockCard = ({ user }: { user: AdministeredUser }) =>
  user.status === 'BLOCKED' ? <Unblock user={user} /> : <Block user={user} />
