import { type Invitation, type Member, useHousehold } from '@streamline/client'
import { invitedRoles, useInvite } from '@streamline/client/households'
import { useMe, useSendVerification } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Share } from 'react-native'
import { Button } from '../../design/button.tsx'
import { ChoiceField } from '../../design/choice-field.tsx'
import { Empty } from '../../design/empty.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { MailWarning, Share2 } from '../../design/icons.ts'
import { RadioCards } from '../../design/radio-cards.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { Text } from '../../design/text.tsx'
import { useServer } from '../server/use-server.ts'

const uses = [1, 2, 5, 10, 20]
const days = [1, 7, 30]

const isAddress = (text: string): boolean => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/.test(text)

interface InviteProps {
  title: string
  lead?: string | undefined
  onClose: () => void
}

/** The link is seen this once, and handed to another app at once. */
const MadeLink = ({ token, onClose, ...sheet }: InviteProps & { token: string }) => {
  const { t } = useTranslation('people')
  const { name: household } = useHousehold()
  const { address } = useServer()
  const link = `${address}/invite#token=${token}`
  const share = (): void =>
    // Closing the share sheet is an answer as well.
    void Share.share({ title: t('inviting.shareText', { household }), message: link }).catch(() => null)
  return (
    <Sheet
      open
      {...sheet}
      onClose={onClose}
      dock={
        <Button size="lg" icon={Share2} onPress={share}>
          {t('inviting.share')}
        </Button>
      }
    >
      <Text weight="semibold">{t('inviting.made')}</Text>
      <Text size="sm" tone="muted">
        {t('inviting.once')}
      </Text>
      <Text size="sm" selectable className="rounded-control bg-sunken p-4">
        {link}
      </Text>
      <Button variant="quiet" onPress={onClose}>
        {t('inviting.done')}
      </Button>
    </Sheet>
  )
}

const InviteForm = ({
  memberId,
  onLink,
  onClose,
  ...sheet
}: InviteProps & { memberId: string | undefined; onLink: (token: string) => void }) => {
  const { t, i18n } = useTranslation(['people', 'words', 'app'])
  const household = useHousehold()
  const invite = useInvite()
  const [way, setWay] = useState<'link' | 'email'>('link')
  const [role, setRole] = useState<Invitation['role']>('member')
  const [email, setEmail] = useState('')
  const [locale, setLocale] = useState<'en' | 'hi'>(i18n.language === 'hi' ? 'hi' : 'en')
  const [maxUses, setMaxUses] = useState('1')
  const [expiresInDays, setExpiresInDays] = useState('7')
  const [sent, setSent] = useState(false)
  const isMissing = way === 'email' && !isAddress(email)
  const submit = (): void => {
    setSent(true)
    if (isMissing || invite.isPending) return
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
          onClose()
        },
      },
    )
  }
  return (
    <SheetForm
      {...sheet}
      label={way === 'link' ? t('inviting.makeLink') : t('inviting.send')}
      busy={invite.isPending}
      error={invite.error}
      onClose={onClose}
      onSubmit={submit}
    >
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
            label={t('inviting.address')}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            autoCorrect={false}
            maxLength={254}
            value={email}
            onChangeText={setEmail}
            error={
              (sent && isMissing ? t('inviting.missingAddress') : undefined) ??
              invite.error?.messageAt('email')
            }
          />
          <Segmented
            label={t('inviting.language')}
            value={locale}
            options={[
              { value: 'en', label: t('app:languages.en') },
              { value: 'hi', label: t('app:languages.hi') },
            ]}
            onChange={setLocale}
          />
        </>
      ) : null}
      <RadioCards
        label={t('inviting.role')}
        value={role}
        onChange={setRole}
        options={invitedRoles(household.role).map((value) => ({
          value,
          label: t(`words:role.${value}`),
          hint: t(`roleHint.${value}`),
        }))}
      />
      {way === 'link' && memberId === undefined ? (
        <ChoiceField
          label={t('inviting.uses')}
          value={maxUses}
          options={uses.map((count) => ({
            value: String(count),
            label: count === 1 ? t('inviting.usesOne') : t('inviting.usesMany', { count }),
          }))}
          onChange={setMaxUses}
        />
      ) : null}
      <ChoiceField
        label={t('inviting.expires')}
        value={expiresInDays}
        options={days.map((count) => ({ value: String(count), label: t('inviting.days', { count }) }))}
        onChange={setExpiresInDays}
      />
    </SheetForm>
  )
}

/** The way to verify the address, there where something waits for it. */
const Unverified = ({ onClose, ...sheet }: InviteProps) => {
  const { t } = useTranslation(['people', 'account'])
  const me = useMe()
  const send = useSendVerification()
  return (
    <Sheet open {...sheet} onClose={onClose}>
      <Text weight="semibold">{t('inviting.verify')}</Text>
      <Text size="sm" tone="muted">
        {t('account:verifyHere.text', { email: me.data?.email ?? '' })}
      </Text>
      <FormError error={send.error} />
      <Button busy={me.isFetching} onPress={() => void me.refetch()}>
        {t('account:verifyHere.done')}
      </Button>
      <Button
        variant="quiet"
        busy={send.isPending}
        onPress={() => send.mutate(undefined, { onSuccess: () => showToast(t('account:banner.sent')) })}
      >
        {t('account:banner.resend')}
      </Button>
    </Sheet>
  )
}

/** Lets somebody in, by letter or by a link; with `member`, as that person. */
export const InviteSheet = ({
  member,
  onClose,
}: {
  member?: Pick<Member, 'id' | 'name'>
  onClose: () => void
}) => {
  const { t } = useTranslation('people')
  const me = useMe().data
  const [token, setToken] = useState<string | null>(null)
  const sheet = {
    title: member ? t('inviting.titleOf', { name: member.name }) : t('inviting.title'),
    lead: member ? t('inviting.leadOf', { name: member.name }) : undefined,
    onClose,
  }
  if (me?.demo)
    return (
      <Sheet open {...sheet}>
        <Empty icon={MailWarning} title={t('inviting.demo')} />
      </Sheet>
    )
  if (me && !me.emailVerified) return <Unverified {...sheet} />
  if (token !== null) return <MadeLink {...sheet} token={token} />
  return <InviteForm {...sheet} memberId={member?.id} onLink={setToken} />
}
