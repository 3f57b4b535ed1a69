import { type Member, useHousehold } from '@streamline/client'
import {
  grantedRoles,
  isUpiText,
  mayManage,
  memberChange,
  type MemberDraft,
  useUpdateMember,
} from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { keepTyping } from '../../design/kept-typing.ts'
import { RadioCards } from '../../design/radio-cards.tsx'

/** Name, UPI ID and role, as far as they are this person's to change. */
export const MemberForm = ({ member, onSaved }: { member: Member; onSaved: () => void }) => {
  const { t } = useTranslation('people')
  const app = useTranslation('app').t
  const words = useTranslation('words').t
  const { role: mine } = useHousehold()
  const update = useUpdateMember()
  const { id, name, role, isYou, hasAccount, hasUpiId, upiId } = member
  const describes = isYou || (!hasAccount && mayManage(mine))
  const grants = mine === 'owner' && hasAccount
  const { register, handleSubmit, formState } = useForm<MemberDraft>({
    values: { name, upiId: upiId ?? '' },
    resetOptions: keepTyping,
  })
  const [chosen, grant] = useState<Member['role'] | null>(null)
  const granted = chosen ?? role
  const submit = handleSubmit((draft) =>
    update.mutate(
      { id, ...memberChange(member, draft, granted) },
      {
        onSuccess: () => {
          showToast(t('member.saved'))
          onSaved()
        },
      },
    ),
  )
  const forget = (): void =>
    update.mutate({ id, upiId: null }, { onSuccess: () => showToast(t('member.upiRemoved')) })
  const keepsHidden = hasUpiId && !isYou
  const hint = isYou ? t('member.upiHint') : t('member.upiHintOther', { name })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      {describes ? (
        <>
          <TextField
            {...register('name', { validate: (text) => text.trim() !== '' || t('member.missingName') })}
            label={t('member.name')}
            error={formState.errors.name?.message}
            autoComplete={isYou ? 'name' : 'off'}
            maxLength={120}
          />
          <TextField
            {...register('upiId', {
              validate: (text) => isUpiText(text) || t('member.upiForm'),
            })}
            label={t('member.upiId')}
            hint={keepsHidden ? `${t('member.upiKept')} ${hint}` : hint}
            error={formState.errors.upiId?.message ?? update.error?.messageAt('upiId')}
            placeholder="name@bank"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="email"
            maxLength={255}
          />
          {keepsHidden ? (
            <Button variant="quiet" size="sm" onClick={forget}>
              {t('member.upiRemove')}
            </Button>
          ) : null}
        </>
      ) : (
        <p className="text-sm text-muted">{t('member.onlyThey', { name })}</p>
      )}
      {grants ? (
        <RadioCards
          label={t('member.role')}
          value={granted}
          onChange={grant}
          options={grantedRoles.map((value) => ({
            value,
            label: words(`role.${value}`),
            hint: t(`roleHint.${value}`),
          }))}
        />
      ) : null}
      <FormError error={update.error} />
      {describes || grants ? (
        <Button type="submit" busy={update.isPending} disabled={!formState.isDirty && granted === role}>
          {app('actions.save')}
        </Button>
      ) : null}
    </form>
  )
}
