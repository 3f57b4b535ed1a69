import { type Invitation, useHousehold } from '@streamline/client'
import { invitedRoles, useInvite } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { Link2, Send } from 'lucide-react'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField, TextField } from '../../design/field.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { SheetActions } from '../../design/sheet-actions.tsx'

type Way = 'link' | 'email'

const uses = [1, 2, 5, 10, 20]
const days = [1, 7, 30]

export const InviteForm = ({
  memberId,
  onLink,
  onSent,
}: {
  memberId: string | undefined
  onLink: (token: string) => void
  onSent: () => void
}) => {
  const { t, i18n } = useTranslation('people')
  const app = useTranslation('app').t
  const words = useTranslation('words').t
  const household = useHousehold()
  const invite = useInvite()
  const [way, setWay] = useState<Way>('link')
  const [role, setRole] = useState<Invitation['role']>('member')
  const { register, handleSubmit, formState } = useForm({
    defaultValues: {
      email: '',
      locale: i18n.language === 'hi' ? ('hi' as const) : ('en' as const),
      maxUses: '1',
      expiresInDays: '7',
    },
  })
  const submit = handleSubmit(({ email, locale, maxUses, expiresInDays }) =>
    invite.mutate(
      {
        role,
        expiresInDays: Number(expiresInDays),
        ...(memberId === undefined ? {} : { memberId }),
        ...(way === 'email' ? { email: email.trim(), locale } : {}),
        ...(way === 'link' && memberId === undefined ? { maxUses: Number(maxUses) } : {}),
      },
      {
        onSuccess: ({ token, email: to }) => {
          if (token !== null) return onLink(token)
          showToast(t('inviting.sent', { email: to ?? '' }))
          onSent()
        },
      },
    ),
  )
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-5">
      <Segmented
        label={t('inviting.way')}
        value={way}
        options={[
          { value: 'link', label: t('inviting.link') },
          { value: 'email', label: t('inviting.email') },
        ]}
        onChange={setWay}
      />
      {way === 'email' ? (
        <>
          <TextField
            {...register('email', {
              validate: (text) =>
                way !== 'email' ||
                /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(text) ||
                t('inviting.missingAddress'),
            })}
            label={t('inviting.address')}
            error={formState.errors.email?.message ?? invite.error?.messageAt('email')}
            type="email"
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            maxLength={254}
          />
          <SelectField {...register('locale')} label={t('inviting.language')}>
            <option value="en">{app('languages.en')}</option>
            <option value="hi">{app('languages.hi')}</option>
          </SelectField>
        </>
      ) : null}
      <RadioCards
        label={t('inviting.role')}
        value={role}
        onChange={setRole}
        options={invitedRoles(household.role).map((value) => ({
          value,
          label: words(`role.${value}`),
          hint: t(`roleHint.${value}`),
        }))}
      />
      {way === 'link' && memberId === undefined ? (
        <SelectField {...register('maxUses')} label={t('inviting.uses')}>
          {uses.map((count) => (
            <option key={count} value={count}>
              {count === 1 ? t('inviting.usesOne') : t('inviting.usesMany', { count })}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField {...register('expiresInDays')} label={t('inviting.expires')}>
        {days.map((count) => (
          <option key={count} value={count}>
            {t('inviting.days', { count })}
          </option>
        ))}
      </SelectField>
      <FormError error={invite.error} />
      <SheetActions>
        <Button type="submit" icon={way === 'link' ? Link2 : Send} busy={invite.isPending}>
          {way === 'link' ? t('inviting.makeLink') : t('inviting.send')}
        </Button>
      </SheetActions>
    </form>
  )
}
