import { useAddMember } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../design/field.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

/** A child or grandparent, or a guest who only owes a share. */
export const AddPersonSheet = ({ onClose }: { onClose: () => void }) => {
  const { t } = useTranslation('people')
  const add = useAddMember()
  const [kind, setKind] = useState<'member' | 'guest'>('member')
  const [name, setName] = useState('')
  const [sent, setSent] = useState(false)
  const submit = (): void => {
    setSent(true)
    if (name.trim() === '' || add.isPending) return
    add.mutate(
      { name: name.trim(), role: kind },
      {
        onSuccess: (member) => {
          showToast(t('adding.added', { name: member.name }))
          onClose()
        },
      },
    )
  }
  return (
    <SheetForm
      typed={name}
      title={t('adding.title')}
      label={t('adding.submit')}
      busy={add.isPending}
      error={add.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <TextField
        label={t('adding.name')}
        autoComplete="off"
        autoFocus
        maxLength={120}
        value={name}
        onChangeText={setName}
        error={sent && name.trim() === '' ? t('member.missingName') : undefined}
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
    </SheetForm>
  )
}
