import { useHousehold } from '@streamline/client'
import { useMe } from '@streamline/client/identity'
import { ChartColumn, LogOut, PiggyBank, Settings2, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice, ThemeChoice } from '../../design/appearance-choice.tsx'
import { useLeave } from '../identity/sign-out.ts'
import { Avatar } from '../../design/avatar.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { List, RowLink } from '../../design/list-row.tsx'
import { Page } from '../../design/page.tsx'

/** What has no place in the bottom bar. */
export const MoreScreen = () => {
  const { t } = useTranslation('app')
  const settings = useTranslation('settings').t
  const me = useMe().data
  const { memberId } = useHousehold()
  const { leave, busy } = useLeave()
  const places = [
    { to: '/savings', icon: PiggyBank, title: t('nav.savings') },
    { to: '/insights', icon: ChartColumn, title: t('nav.insights') },
    { to: '/settings/people', icon: Users, title: settings('people') },
    { to: '/settings', icon: Settings2, title: t('nav.settings') },
  ] as const
  return (
    <Page title={t('nav.more')} width="narrow">
      <div className="space-y-4">
        {me ? (
          <div className="flex items-center gap-3 px-1">
            <Avatar id={memberId} name={me.name} />
            <div className="min-w-0">
              <p className="truncate font-semibold">{me.name}</p>
              {me.demo ? null : <p className="truncate text-sm text-muted">{me.email}</p>}
            </div>
          </div>
        ) : null}
        <Card flush>
          <List>
            {places.map(({ to, icon: Icon, title }) => (
              <li key={to}>
                <RowLink
                  to={to}
                  leading={<Icon size={20} className="text-brand" aria-hidden />}
                  title={title}
                />
              </li>
            ))}
          </List>
        </Card>
        <Card title={settings('language')}>
          <LanguageChoice />
        </Card>
        <Card title={settings('theme')}>
          <ThemeChoice />
        </Card>
        <Button variant="secondary" icon={LogOut} wide busy={busy} onClick={() => leave('/')}>
          {t('signOut')}
        </Button>
      </div>
    </Page>
  )
}
