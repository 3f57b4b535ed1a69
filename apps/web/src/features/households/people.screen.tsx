import { useHousehold } from '@streamline/client'
import { mayManage } from '@streamline/client/households'
import { UserPlus, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { AddPersonSheet } from './add-person-sheet.tsx'
import { FormerPeople } from './former-people.tsx'
import { InviteSheet } from './invite-sheet.tsx'
import { OpenInvitationsCard } from './open-invitations-card.tsx'
import { PeopleCard } from './people-card.tsx'

/** Who shares the household; managers let people in, everybody looks after themselves. */
export const PeopleScreen = () => {
  const { t } = useTranslation('people')
  const { role } = useHousehold()
  const [open, setOpen] = useState<'invite' | 'add' | null>(null)
  const manages = mayManage(role)
  return (
    <SettingsPage title={t('title')}>
      <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2 wide:gap-6">
        <div className="space-y-4 wide:space-y-6">
          <PeopleCard>
            {manages ? (
              <div className="flex flex-wrap gap-3 border-t border-line px-5 py-5 wide:px-6">
                <Button icon={UserPlus} onClick={() => setOpen('invite')}>
                  {t('invite')}
                </Button>
                <Button variant="secondary" icon={UserRound} onClick={() => setOpen('add')}>
                  {t('add')}
                </Button>
              </div>
            ) : (
              <p className="border-t border-line px-5 py-4 text-sm text-muted wide:px-6">{t('readOnly')}</p>
            )}
          </PeopleCard>
          <FormerPeople />
        </div>
        {manages ? <OpenInvitationsCard /> : null}
      </div>
      <InviteSheet open={open === 'invite'} onClose={() => setOpen(null)} />
      <AddPersonSheet open={open === 'add'} onClose={() => setOpen(null)} />
    </SettingsPage>
  )
}
