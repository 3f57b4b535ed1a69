import { useMe } from '@streamline/client/identity'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../design/page.tsx'
import { Tab, Tabs } from '../../design/segmented.tsx'

/** One part of the settings; the others, and administration for who may, are one press away. */
export const SettingsPage = ({ title, children }: { title: string; children: ReactNode }) => {
  const { t } = useTranslation('account')
  const permissions = useMe().data?.permissions ?? []
  const tabs = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // On a phone the parts are wider than the screen; the one that is open must be among those in sight.
    tabs.current?.querySelector('[aria-current=page]')?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [])
  return (
    <Page title={title}>
      <div ref={tabs} className="mb-5">
        <Tabs label={t('tabs.label')}>
          <Tab to="/settings" activeOptions={{ exact: true }}>
            {t('tabs.general')}
          </Tab>
          <Tab to="/settings/people">{t('tabs.people')}</Tab>
          <Tab to="/settings/household">{t('tabs.household')}</Tab>
          <Tab to="/settings/security">{t('tabs.security')}</Tab>
          <Tab to="/settings/sessions">{t('tabs.sessions')}</Tab>
          <Tab to="/settings/api-keys">{t('tabs.keys')}</Tab>
          <Tab to="/settings/activity">{t('tabs.activity')}</Tab>
          {permissions.includes('users.read') ? <Tab to="/admin/users">{t('tabs.users')}</Tab> : null}
          {permissions.includes('catalogue.edit') ? (
            <Tab to="/admin/catalogue">{t('tabs.catalogue')}</Tab>
          ) : null}
          {permissions.includes('audit.read') ? <Tab to="/admin/audit">{t('tabs.audit')}</Tab> : null}
        </Tabs>
      </div>
      {children}
    </Page>
  )
}
