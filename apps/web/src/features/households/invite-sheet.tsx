import { type Member, useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { MailWarning } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '../../design/empty.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { VerifyInPlace } from '../identity/verify-in-place.tsx'
import { InviteForm } from './invite-form.tsx'
import { linkTo, SharedLink } from './shared-link.tsx'

/** Lets somebody in, by letter or by a link; with `member`, as that person. */
export const InviteSheet = ({
  open,
  onClose,
  member,
}: {
  open: boolean
  onClose: () => void
  member?: Pick<Member, 'id' | 'name'>
}) => {
  const { t } = useTranslation('people')
  const { name: household } = useHousehold()
  const me = useMe().data
  const [token, setToken] = useState<string | null>(null)
  const close = (): void => {
    setToken(null)
    onClose()
  }
  const body = () => {
    if (me?.demo) return <Empty icon={MailWarning} title={t('inviting.demo')} />
    if (me && !me.emailVerified) return <VerifyInPlace why={t('inviting.verify')} />
    if (token !== null)
      return (
        <SharedLink
          link={linkTo('invite', token)}
          title={t('inviting.made')}
          lead={t('inviting.once')}
          shareTitle={t('inviting.shareText', { household })}
          done={t('inviting.done')}
          onDone={close}
        />
      )
    return <InviteForm memberId={member?.id} onLink={setToken} onSent={close} />
  }
  return (
    <Sheet
      open={open}
      onClose={close}
      title={member ? t('inviting.titleOf', { name: member.name }) : t('inviting.title')}
      lead={member ? t('inviting.leadOf', { name: member.name }) : undefined}
    >
      {body()}
    </Sheet>
  )
}
