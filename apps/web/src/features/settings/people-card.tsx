import { useAddMember, useHousehold, useMembers } from '@streamline/client'
import { UserPlus } from 'lucide-react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../design/avatar.tsx'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ErrorState, FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { List, ListRow } from '../../design/list-row.tsx'
import { SkeletonRows } from '../../design/skeleton.tsx'
import { showToast } from '../../design/toast-store.ts'

const AddPerson = () => {
  const { t } = useTranslation('settings')
  const add = useAddMember()
  const { register, handleSubmit, reset, formState } = useForm({ defaultValues: { name: '' } })
  const submit = handleSubmit(({ name }) =>
    add.mutate(
      { name: name.trim() },
      {
        onSuccess: (member) => {
          showToast(t('added', { name: member.name }))
          reset()
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
        {...register('name', { validate: (name) => name.trim() !== '' || t('missingName') })}
        label={t('personName')}
        hint={t('personHint')}
        error={formState.errors.name?.message}
        autoComplete="off"
        maxLength={120}
      />
      <FormError error={add.error} />
      <Button type="submit" variant="secondary" icon={UserPlus} busy={add.isPending}>
        {t('addPerson')}
      </Button>
    </form>
  )
}

/** Who belongs to the household; a person without an account can be added here. */
export const PeopleCard = () => {
  const { t } = useTranslation('settings')
  const words = useTranslation('words').t
  const { role } = useHousehold()
  const { data, error, refetch } = useMembers()
  return (
    <Card title={t('people')} flush>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? (
        <div className="px-5">
          <SkeletonRows rows={3} />
        </div>
      ) : null}
      <List>
        {(data ?? []).map((member) => (
          <ListRow
            key={member.id}
            leading={<Avatar id={member.id} name={member.name} />}
            title={member.name}
            subtitle={words(`role.${member.role}`)}
            trailing={
              member.isYou ? (
                <Badge tone="brand">{words('you')}</Badge>
              ) : member.hasAccount ? null : (
                <Badge>{t('noAccount')}</Badge>
              )
            }
          />
        ))}
      </List>
      {role === 'owner' || role === 'manager' ? <AddPerson /> : null}
    </Card>
  )
}
