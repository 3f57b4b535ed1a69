import { useMe } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { LanguageChoice, ThemeChoice } from '../../design/appearance-choice.tsx'
import { Card } from '../../design/card.tsx'
import { ContactCard } from './contact-card.tsx'
import { SettingsPage } from './settings-page.tsx'
import { YouForm } from './you-form.tsx'

export const SettingsScreen = () => {
  const { t } = useTranslation('settings')
  const me = useMe().data
  return (
    <SettingsPage title={t('title')} isFirst>
      <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2 wide:gap-6">
        <div className="space-y-4 wide:space-y-6">
          <YouForm />
          {me && !me.demo ? <ContactCard me={me} /> : null}
        </div>
        <Card title={t('appearance')}>
          <div className="space-y-4">
            <div>
              <p className="mb-1.5 text-sm font-semibold">{t('language')}</p>
              <LanguageChoice />
            </div>
            <div>
              <p className="mb-1.5 text-sm font-semibold">{t('theme')}</p>
              <ThemeChoice />
            </div>
          </div>
        </Card>
      </div>
    </SettingsPage>
  )
}
