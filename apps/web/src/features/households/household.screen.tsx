import { useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { WebhooksCard } from '../notifications/webhooks-card.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { DeleteSection } from './delete-section.tsx'
import { HandOverSection } from './hand-over-section.tsx'
import { HouseholdForm } from './household-form.tsx'
import { LeaveSection } from './leave-section.tsx'
import { YourHouseholdsCard } from './your-households-card.tsx'

export const HouseholdScreen = () => {
  const { t } = useTranslation('households')
  const { id, role } = useHousehold()
  const runsIt = role === 'owner' || role === 'manager'
  const demo = useMe().data?.demo ?? false
  return (
    <SettingsPage title={t('title')}>
      {/* What was typed or asked for one household is not taken over to another. */}
      <div key={id} className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2 wide:gap-6">
        <HouseholdForm />
        <div className="space-y-4 wide:space-y-6">
          <YourHouseholdsCard />
          {runsIt && !demo ? <WebhooksCard of="household" /> : null}
          {demo ? null : (
            <Card title={t('ending')}>
              <div className="space-y-6">
                {role === 'owner' ? <HandOverSection /> : null}
                <LeaveSection />
                {role === 'owner' ? <DeleteSection /> : null}
              </div>
            </Card>
          )}
        </div>
      </div>
    </SettingsPage>
  )
}
