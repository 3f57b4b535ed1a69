import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { List, RowLink } from '../../design/list-row.tsx'
import type { SettingsRoom } from './rooms.ts'

/** The other rooms one below the other, for a thumb. */
export const RoomList = ({ rooms }: { rooms: readonly SettingsRoom[] }) => {
  const { t } = useTranslation('account')
  return (
    <nav aria-label={t('tabs.label')} className="mb-4 wide:hidden">
      <Card flush className="overflow-hidden">
        <List>
          {rooms
            .filter(({ name }) => name !== 'general')
            .map(({ to, name, icon: Icon }) => (
              <li key={to}>
                <RowLink
                  to={to}
                  leading={<Icon size={20} className="text-brand" aria-hidden />}
                  title={t(`tabs.${name}`)}
                  subtitle={t(`tabs.about.${name}`)}
                />
              </li>
            ))}
        </List>
      </Card>
    </nav>
  )
}
