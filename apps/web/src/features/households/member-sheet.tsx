import { type Member, useHousehold } from '@streamline/client'
import { mayManage, mayRemove } from '@streamline/client/households'
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { GuestLinkSection } from './guest-link-section.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { MemberForm } from './member-form.tsx'
import { MergeSection } from './merge-section.tsx'
import { MergedSection } from './merged-section.tsx'
import { RemoveSection } from './remove-section.tsx'

/** One person: what may be changed about them, and how they come in or go. */
export const MemberSheet = ({
  member,
  open,
  onClose,
}: {
  member: Member
  open: boolean
  onClose: () => void
}) => {
  const { t } = useTranslation('people')
  const words = useTranslation('words').t
  const { role } = useHousehold()
  const [inviting, setInviting] = useState(false)
  const { name, isYou, hasAccount } = member
  const manages = mayManage(role)
  return (
    <>
      <Sheet
        open={open && !inviting}
        onClose={onClose}
        title={name}
        lead={isYou ? t('member.youLead') : words(`role.${member.role}`)}
      >
        <div className="space-y-7">
          <MemberForm member={member} onSaved={onClose} />
          {manages && !hasAccount ? (
            <>
              <GuestLinkSection member={member} />
              <section className="space-y-3">
                <h3 className="font-bold">{t('member.account')}</h3>
                <p className="text-sm text-muted">{t('member.accountText', { name })}</p>
                <Button variant="secondary" icon={UserPlus} onClick={() => setInviting(true)}>
                  {t('member.inviteAs', { name })}
                </Button>
              </section>
              <MergeSection member={member} onMerged={onClose} />
            </>
          ) : null}
          {manages ? <MergedSection member={member} /> : null}
          {!isYou && mayRemove(role, member.role) ? (
            <RemoveSection member={member} onRemoved={onClose} />
          ) : null}
        </div>
      </Sheet>
      <InviteSheet
        open={open && inviting}
        member={member}
        onClose={() => {
          setInviting(false)
          onClose()
        }}
      />
    </>
  )
}
