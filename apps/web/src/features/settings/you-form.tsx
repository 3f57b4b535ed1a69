import { useMe, useUpdateMe } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { keepTyping, nothingTyped } from '../../design/kept-typing.ts'

/** The person's own name; how they are reached stands beside it. */
export const YouForm = () => {
  const { t } = useTranslation('settings')
  const app = useTranslation('app').t
  const me = useMe().data
  const update = useUpdateMe()
  const { register, handleSubmit, reset, formState } = useForm({
    values: { name: me?.name ?? '' },
    resetOptions: keepTyping,
  })
  const submit = handleSubmit((input) =>
    update.mutate(input, {
      onSuccess: () => {
        reset(input, nothingTyped)
        showToast(t('saved'))
      },
    }),
  )
  return (
    <Card title={t('you')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          {...register('name', { validate: (name) => name.trim() !== '' || t('missingName') })}
          label={t('name')}
          error={formState.errors.name?.message}
          autoComplete="name"
          maxLength={120}
        />
        <FormError error={update.error} />
        <Button type="submit" variant="secondary" busy={update.isPending} disabled={!formState.isDirty}>
          {app('actions.save')}
        </Button>
      </form>
    </Card>
  )
}
