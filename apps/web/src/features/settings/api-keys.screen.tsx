import { type ApiKey, useFormat, useInstant } from '@streamline/client'
import { useApiKeys, useMe, useRemoveApiKey } from '@streamline/client/identity'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { DemoNote } from './demo-note.tsx'
import { KeptList, KeptRow } from './kept-list.tsx'
import { NewApiKey } from './new-api-key.tsx'
import { SettingsPage } from './settings-page.tsx'
import { useRemoval } from './use-removal.tsx'

const KeysCard = () => {
  const { t } = useTranslation('account')
  const format = useFormat()
  const instant = useInstant()
  const list = useApiKeys()
  const { ask, isBusy, problem, dialog } = useRemoval<ApiKey>(useRemoveApiKey(), {
    title: ({ name }) => t('keys.removeTitle', { name }),
    text: t('keys.removeText'),
    confirm: t('keys.remove'),
    done: t('keys.removed'),
  })
  return (
    <Card title={t('keys.yours')} flush>
      <p className="px-5 pb-2 text-muted wide:px-6">{t('keys.lead')}</p>
      <KeptList list={list} empty={t('keys.empty')}>
        {(key) => (
          <KeptRow
            key={key.id}
            title={key.name}
            badge={<code className="text-sm font-normal text-muted">{key.hint}…</code>}
            lines={[
              `${key.expiresOn ? t('keys.until', { date: format.date(key.expiresOn) }) : t('keys.endless')} · ${
                key.lastUsedAt ? t('keys.used', { date: instant(key.lastUsedAt) }) : t('keys.unused')
              }`,
              format.list(key.scopes.map((scope) => t(`keys.scope.${scope}`))),
            ]}
            action={t('keys.remove')}
            actionLabel={t('keys.removeOf', { name: key.name })}
            busy={isBusy(key)}
            onAction={() => ask(key)}
          />
        )}
      </KeptList>
      {problem}
      {dialog}
    </Card>
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
          <KeysCard />
          <NewApiKey />
        </div>
      )}
    </SettingsPage>
  )
}
