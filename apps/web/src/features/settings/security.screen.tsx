import { useMe, useSecurity } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { ErrorState } from '../../design/error-state.tsx'
import { Skeleton } from '../../design/skeleton.tsx'
import { DataCard } from './data-card.tsx'
import { DeletionCard } from './deletion-card.tsx'
import { DemoNote } from './demo-note.tsx'
import { IdentitiesCard } from './identities-card.tsx'
import { PasskeysCard } from './passkeys-card.tsx'
import { PasswordCard } from './password-card.tsx'
import { SettingsPage } from './settings-page.tsx'
import { TotpCard } from './totp-card.tsx'

const Secured = () => {
  const { t } = useTranslation('account')
  const { data, error, refetch } = useSecurity()
  if (data)
    return (
      <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2 wide:gap-6">
        <div className="min-w-0 space-y-4 wide:space-y-6">
          <PasswordCard />
          <TotpCard security={data} />
        </div>
        <div className="min-w-0 space-y-4 wide:space-y-6">
          <PasskeysCard />
          <IdentitiesCard security={data} />
          <DataCard />
          <DeletionCard security={data} />
        </div>
      </div>
    )
  if (error)
    return (
      <Card>
        <ErrorState error={error} onRetry={() => void refetch()} />
      </Card>
    )
  return (
    <div className="space-y-4">
      <output className="sr-only">{t('loading')}</output>
      <Skeleton className="h-64 w-full rounded-card" />
      <Skeleton className="h-40 w-full rounded-card" />
    </div>
  )
}

export const SecurityScreen = () => {
  const { t } = useTranslation('account')
  const demo = useMe().data?.demo ?? false
  return <SettingsPage title={t('tabs.security')}>{demo ? <DemoNote /> : <Secured />}</SettingsPage>
}
