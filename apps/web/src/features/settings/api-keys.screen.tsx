import { useFormat, useInstant } from '@streamline/client'
import { useApiKeys, useMe, useRemoveApiKey } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { DemoNote } from './demo-note.tsx'
import { KeysCard } from './keys-card.tsx'
import { NewApiKey } from './new-api-key.tsx'
import { SettingsPage } from './settings-page.tsx'

const ApiKeysCard = () => {
  const { t } = useTranslation('account')
  const format = useFormat()
  const instant = useInstant()
  return (
    <KeysCard
      list={useApiKeys()}
      remove={useRemoveApiKey()}
      words={{
        title: t('keys.yours'),
        lead: t('keys.lead'),
        empty: t('keys.empty'),
        remove: t('keys.remove'),
        removeOf: (name) => t('keys.removeOf', { name }),
        removeTitle: (name) => t('keys.removeTitle', { name }),
        removeText: t('keys.removeText'),
        removed: t('keys.removed'),
      }}
      row={({ hint, expiresOn, lastUsedAt, scopes }) => ({
        badge: <code className="text-sm font-normal text-muted">{hint}…</code>,
        lines: [
          `${expiresOn ? t('keys.until', { date: format.date(expiresOn) }) : t('keys.endless')} · ${
            lastUsedAt ? t('keys.used', { date: instant(lastUsedAt) }) : t('keys.unused')
          }`,
          format.list(scopes.map((scope) => t(`keys.scope.${scope}`))),
        ],
      })}
    />
  )
}

export const ApiKeysScreen = () => {
  const { t } = useTranslation('account')
  const demo = useMe().data?.demo ?? false
  return (
    <SettingsPage title={t('tabs.keys')}>
      {demo ? (
        <DemoNote />
      ) : (
        <div className="grid grid-cols-1 items-start gap-4 wide:grid-cols-2 wide:gap-6">
          <ApiKeysCard />
          <NewApiKey />
        </div>
      )}
    </SettingsPage>
  )
}
