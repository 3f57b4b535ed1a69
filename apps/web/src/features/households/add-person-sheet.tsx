import { useAddMember } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { SheetActions } from '../../design/sheet-actions.tsx'
import { Sheet } from '../../design/sheet.tsx'

/** A child or grandparent, or a guest who only owes a share. */
export const AddPersonSheet = ({ open, onClose }: { open: boolean; onClose: () => void }) => {
  const { t } = useTranslation('people')
  const add = useAddMember()
  const [kind, setKind] = useState<'member' | 'guest'>('member')
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { name: '' } })
  const submit = handleSubmit(({ name }) =>
    add.mutate(
      { name: name.trim(), role: kind },
      {
        onSuccess: (member) => {
          showToast(t('adding.added', { name: member.name }))
          reset()
          onClose()
        },
      },
    ),
  )
  return (
    <Sheet open={open} onClose={onClose} title={t('adding.title')}>
      <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
        <TextField
          {...register('name', { validate: (name) => name.trim() !== '' || t('member.missingName') })}
          label={t('adding.name')}
          error={formState.errors.name?.message}
          autoComplete="off"
          maxLength={120}
        />
        <RadioCards
          label={t('adding.kind')}
          value={kind}
          onChange={setKind}
          options={[
            { value: 'member', label: t('adding.member'), hint: t('roleHint.child') },
            { value: 'guest', label: t('adding.guest'), hint: t('roleHint.guest') },
          ]}
        />
        <FormError error={add.error} />
        <SheetActions>
          <Button type="submit" busy={add.isPending}>
            {t('adding.submit')}
          </Button>
        </SheetActions>
      </form>
    </Sheet>
  )
}
