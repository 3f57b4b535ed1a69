import { useHousehold, useOpened } from '@streamline/client'
import { useUpdateHousehold } from '@streamline/client/households'
import { useMe } from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { currencyCodes } from '@streamline/domain'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { ChoiceField } from '../../design/choice-field.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { Text } from '../../design/text.tsx'
import { WebhooksCard } from '../notifications/webhooks-card.tsx'
import { SettingsPage } from '../settings/settings-page.tsx'
import { HandOverCard } from './hand-over-card.tsx'

/** The name of the household and the currency of what is added from now on; where it is is told, and moved in the browser. */
const HouseholdForm = () => {
  const { t } = useTranslation(['households', 'identity', 'app'])
  const household = useHousehold()
  const { country, timeZone, role } = household
  const update = useUpdateHousehold()
  const [typed, setTyped] = useState<{ name?: string; currency?: string }>({})
  const [sent, setSent] = useState(false)
  const isTouched = Object.keys(typed).length > 0
  const { revision } = useOpened(household, update.error, isTouched)
  const { name, currency } = { name: household.name, currency: household.currency, ...typed }
  const submit = (): void => {
    setSent(true)
    if (name.trim() === '' || update.isPending) return
    update.mutate(
      { revision, ...typed },
      {
        onSuccess: () => {
          setTyped({})
          showToast(t('saved'))
        },
      },
    )
  }
  const where = `${country} · ${timeZone.replaceAll('_', ' ')}`
  if (role !== 'owner')
    return (
      <Card title={household.name} className="gap-2">
        <Text tone="muted">{`${where} · ${currency}`}</Text>
        <Text size="sm" tone="muted">
          {t('readOnly')}
        </Text>
      </Card>
    )
  return (
    <Card className="gap-4">
      <TextField
        label={t('name')}
        maxLength={120}
        value={name}
        onChangeText={(text) => setTyped({ ...typed, name: text })}
        error={sent && name.trim() === '' ? t('missingName') : undefined}
      />
      <ChoiceField
        label={t('identity:currency')}
        hint={t('currencyHint')}
        value={currency}
        options={currencyCodes().map((code) => ({ value: code, label: code }))}
        onChange={(code) => setTyped({ ...typed, currency: code })}
      />
      <Text size="sm" tone="muted">
        {where}
      </Text>
      <FormError error={update.error} />
      <Button busy={update.isPending} disabled={!isTouched} onPress={submit}>
        {t('app:actions.save')}
      </Button>
    </Card>
  )
}

export const HouseholdScreen = () => {
  const { t } = useTranslation('households')
  const { id, role } = useHousehold()
  const demo = useMe().data?.demo ?? false
  const runsIt = role === 'owner' || role === 'manager'
  return (
    <SettingsPage title={t('title')}>
      {/* What was typed or asked for one household is not taken over to another. */}
      <Fragment key={id}>
        <HouseholdForm />
        {runsIt && !demo ? <WebhooksCard of="household" /> : null}
        {role === 'owner' && !demo ? <HandOverCard /> : null}
      </Fragment>
    </SettingsPage>
  )
}
