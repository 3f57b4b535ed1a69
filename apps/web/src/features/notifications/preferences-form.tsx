import type { NotificationPreferences } from '@streamline/client'
import { withRule, type useUpdateNotificationPreferences } from '@streamline/client/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { RulesTable } from './rules-table.tsx'
import { TimesFields } from './times-fields.tsx'

/** On the revision it was opened on: what somebody chose elsewhere meanwhile is not written over. */
export const PreferencesForm = ({
  preferences,
  update,
  onSave,
}: {
  preferences: NotificationPreferences
  update: Pick<ReturnType<typeof useUpdateNotificationPreferences>, 'error' | 'isPending'>
  onSave: (draft: NotificationPreferences) => void
}) => {
  const { t } = useTranslation('notifications')
  const app = useTranslation('app').t
  const [draft, setDraft] = useState(preferences)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(preferences)
  return (
    <form
      className="space-y-4 wide:space-y-6"
      onSubmit={(event) => {
        event.preventDefault()
        onSave(draft)
      }}
    >
      <RulesTable
        rules={draft.rules}
        onChange={(rule) => setDraft({ ...draft, rules: withRule(draft.rules, rule) })}
      />
      <Card title={t('times.title')}>
        <TimesFields draft={draft} onChange={(changes) => setDraft({ ...draft, ...changes })} />
      </Card>
      <FormError error={update.error} />
      <Button type="submit" busy={update.isPending} disabled={!isChanged}>
        {app('actions.save')}
      </Button>
    </form>
  )
}
