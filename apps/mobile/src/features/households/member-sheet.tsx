import { type Member, type ProblemError, useFormat, useHousehold } from '@streamline/client'
import {
  grantedRoles,
  isUpiText,
  mayManage,
  mayRemove,
  memberChange,
  useRemoveMember,
  useUpdateMember,
} from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { TriangleAlert, UserMinus, UserPlus } from '../../design/icons.ts'
import { Notice } from '../../design/notice.tsx'
import { RadioCards } from '../../design/radio-cards.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { Text } from '../../design/text.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { MergedSection, MergeSection } from './merge-sections.tsx'

/** What is open between this person and the others once they have left, then their shares in what is not paid yet. */
const useOpenLines = (name: string) => {
  const { t } = useTranslation(['people', 'households'])
  const format = useFormat()
  return ({ openBalances, unpaidShares }: ProblemError): string[] => [
    ...openBalances.map((amount) =>
      t(amount.amount > 0 ? 'remove.isOwed' : 'remove.owes', {
        name,
        amount: format.money({ ...amount, amount: Math.abs(amount.amount) }),
      }),
    ),
    ...unpaidShares.map(({ subscriptionName, dueOn, amount }) =>
      t('households:unpaidShare', {
        name: subscriptionName,
        date: format.date(dueOn),
        amount: format.money(amount),
      }),
    ),
  ]
}

/** Asks before somebody goes; where something is owed, asks once more with the amounts. */
const Removal = ({
  member: { id, name, hasAccount },
  onBack,
  onClose,
}: {
  member: Member
  onBack: () => void
  onClose: () => void
}) => {
  const { t } = useTranslation('people')
  const remove = useRemoveMember()
  const linesOf = useOpenLines(name)
  const owes = remove.error?.code === 'open-balance' ? remove.error : null
  const go = (): void => {
    if (remove.isPending) return
    // The sheet of somebody who is gone is gone too, so nothing here hears a callback.
    void remove.mutateAsync({ id, acceptOpenBalance: owes !== null }).then(
      () => {
        showToast(t('remove.done', { name }))
        return onClose()
      },
      () => null,
    )
  }
  return (
    <SheetForm
      title={t('remove.title', { name })}
      label={t(owes === null ? 'remove.submit' : 'remove.anyway')}
      isDangerous
      busy={remove.isPending}
      error={owes === null ? remove.error : null}
      onBack={onBack}
      onClose={onClose}
      onSubmit={go}
    >
      <Text>{hasAccount ? t('remove.text', { name }) : t('remove.textNoAccount')}</Text>
      {owes === null ? null : (
        <Notice icon={TriangleAlert} tone="warn">
          {linesOf(owes).map((line) => (
            <Text key={line} size="sm" weight="medium" tone="warn">
              {line}
            </Text>
          ))}
        </Notice>
      )}
    </SheetForm>
  )
}

/** One person: what may be changed about them, and how they come in or go. */
export const MemberSheet = ({ member, onClose }: { member: Member; onClose: () => void }) => {
  const { t } = useTranslation(['people', 'words', 'app'])
  const { role: mine } = useHousehold()
  const update = useUpdateMember()
  const { id, name, role, isYou, hasAccount, hasUpiId, upiId } = member
  const [draft, setDraft] = useState({ name, upiId: upiId ?? '' })
  const [granted, setGranted] = useState<Member['role']>(role)
  const [sent, setSent] = useState(false)
  const [doing, setDoing] = useState<'invite' | 'remove' | null>(null)
  const manages = mayManage(mine)
  const describes = isYou || (!hasAccount && manages)
  const grants = mine === 'owner' && hasAccount
  const keepsHidden = hasUpiId && !isYou
  const isNameless = draft.name.trim() === ''
  const submit = (): void => {
    setSent(true)
    if (isNameless || !isUpiText(draft.upiId) || update.isPending) return
    update.mutate(
      { id, ...memberChange(member, draft, granted) },
      {
        onSuccess: () => {
          showToast(t('member.saved'))
          onClose()
        },
      },
    )
  }
  if (doing === 'invite') return <InviteSheet member={member} onClose={onClose} />
  if (doing === 'remove') return <Removal member={member} onBack={() => setDoing(null)} onClose={onClose} />
  const hint = isYou ? t('member.upiHint') : t('member.upiHintOther', { name })
  return (
    <Sheet
      open
      title={name}
      lead={isYou ? t('member.youLead') : t(`words:role.${role}`)}
      onClose={onClose}
      dock={
        describes || grants ? (
          <Button size="lg" busy={update.isPending} onPress={submit}>
            {t('app:actions.save')}
          </Button>
        ) : undefined
      }
    >
      {describes ? (
        <>
          <TextField
            label={t('member.name')}
            autoComplete={isYou ? 'name' : 'off'}
            maxLength={120}
            value={draft.name}
            onChangeText={(text) => setDraft({ ...draft, name: text })}
            error={sent && isNameless ? t('member.missingName') : undefined}
          />
          <TextField
            label={t('member.upiId')}
            hint={keepsHidden ? `${t('member.upiKept')} ${hint}` : hint}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect={false}
            maxLength={255}
            value={draft.upiId}
            onChangeText={(text) => setDraft({ ...draft, upiId: text })}
            error={
              (sent && !isUpiText(draft.upiId) ? t('member.upiForm') : undefined) ??
              update.error?.messageAt('upiId')
            }
          />
          {keepsHidden ? (
            <Button
              variant="quiet"
              size="sm"
              className="-ml-4 self-start"
              onPress={() =>
                update.mutate({ id, upiId: null }, { onSuccess: () => showToast(t('member.upiRemoved')) })
              }
            >
              {t('member.upiRemove')}
            </Button>
          ) : null}
        </>
      ) : (
        <Text size="sm" tone="muted">
          {t('member.onlyThey', { name })}
        </Text>
      )}
      {grants ? (
        <RadioCards
          label={t('member.role')}
          value={granted}
          onChange={setGranted}
          options={grantedRoles.map((value) => ({
            value,
            label: t(`words:role.${value}`),
            hint: t(`roleHint.${value}`),
          }))}
        />
      ) : null}
      <FormError error={update.error} />
      {manages && !hasAccount ? (
        <>
          <Text size="sm" tone="muted">
            {t('member.accountText', { name })}
          </Text>
          <Button variant="secondary" icon={UserPlus} onPress={() => setDoing('invite')}>
            {t('member.inviteAs', { name })}
          </Button>
          <MergeSection member={member} onMerged={onClose} />
        </>
      ) : null}
      {manages ? <MergedSection member={member} /> : null}
      {!isYou && mayRemove(mine, role) ? (
        <Button variant="danger" icon={UserMinus} onPress={() => setDoing('remove')}>
          {t('remove.button')}
        </Button>
      ) : null}
    </Sheet>
  )
}
