import { useMe, useUpdateMe } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Text } from '../../design/text.tsx'
import { languages, themes, useLanguage, useTheme } from './appearance.ts'
import { SettingsPage } from './settings-page.tsx'

/** The person's own name; how they are reached stands beneath it. */
const You = () => {
  const { t } = useTranslation(['settings', 'account', 'app'])
  const me = useMe().data
  const update = useUpdateMe()
  const [typed, setTyped] = useState<string | null>(null)
  const [sent, setSent] = useState(false)
  const name = typed ?? me?.name ?? ''
  const submit = (): void => {
    setSent(true)
    if (name.trim() === '' || update.isPending) return
    update.mutate(
      { name: name.trim() },
      {
        onSuccess: () => {
          setTyped(null)
          showToast(t('saved'))
        },
      },
    )
  }
  return (
    <Card title={t('you')} className="gap-4">
      <TextField
        label={t('name')}
        autoComplete="name"
        maxLength={120}
        value={name}
        onChangeText={setTyped}
        error={sent && name.trim() === '' ? t('missingName') : undefined}
      />
      <FormError error={update.error} />
      <Button variant="secondary" busy={update.isPending} disabled={name === me?.name} onPress={submit}>
        {t('app:actions.save')}
      </Button>
      {me === undefined || me.demo ? null : (
        <>
          <Text size="sm" tone="muted">
            {me.email}
          </Text>
          <Badge tone={me.emailVerified ? 'positive' : 'warn'}>
            {t(me.emailVerified ? 'account:contact.verified' : 'account:contact.unverified')}
          </Badge>
        </>
      )}
    </Card>
  )
}

/** Who somebody is, and how the app looks and speaks. */
export const GeneralScreen = () => {
  const { t } = useTranslation(['settings', 'account', 'app'])
  const [language, chooseLanguage] = useLanguage()
  const [theme, chooseTheme] = useTheme()
  return (
    <SettingsPage title={t('account:tabs.general')}>
      <You />
      <Card title={t('language')}>
        <Segmented
          label={t('app:language')}
          value={language}
          options={languages.map((value) => ({ value, label: t(`app:languages.${value}`) }))}
          onChange={chooseLanguage}
        />
      </Card>
      <Card title={t('theme')}>
        <Segmented
          label={t('app:theme.label')}
          value={theme}
          options={themes.map((value) => ({ value, label: t(`app:theme.${value}`) }))}
          onChange={chooseTheme}
        />
      </Card>
    </SettingsPage>
  )
}
