import {
  asksTarget,
  asksToken,
  fieldsOfWebhook,
  neededOfWebhook,
  newWebhook,
  type useCreateWebhook,
  webhookInput,
  webhookPresets,
  webhookServices,
} from '@streamline/client/notifications'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../design/choice-field.tsx'
import { TextField } from '../../design/field.tsx'
import { SheetForm } from '../../design/sheet-form.tsx'

type Field = ReturnType<typeof fieldsOfWebhook>[number]

/** What a service is called with; each asks for what it needs and nothing else. */
export const WebhookSheet = ({
  create,
  onClose,
  onAdded,
}: {
  create: ReturnType<typeof useCreateWebhook>
  onClose: () => void
  onAdded: (name: string) => void
}) => {
  const { t } = useTranslation('notifications')
  const [draft, setDraft] = useState(newWebhook)
  const [sent, setSent] = useState(false)
  const { preset } = draft
  const fields = new Set<Field>(fieldsOfWebhook(preset))
  const needed = new Set<Field>(neededOfWebhook(preset))
  const submit = (): void => {
    setSent(true)
    const input = webhookInput(draft)
    if (input !== null && !create.isPending) create.mutate(input, { onSuccess: () => onAdded(input.name) })
  }
  const field = (name: Field) => ({
    value: draft[name],
    onChangeText: (text: string): void => setDraft({ ...draft, [name]: text }),
    error: sent && needed.has(name) && draft[name].trim() === '' ? t('webhooks.missing') : undefined,
    autoComplete: 'off' as const,
    autoCapitalize: name === 'name' ? ('sentences' as const) : ('none' as const),
    autoCorrect: false,
  })
  return (
    <SheetForm
      typed={draft}
      title={t('webhooks.add')}
      label={t('webhooks.save')}
      busy={create.isPending}
      error={create.error}
      onClose={onClose}
      onSubmit={submit}
    >
      <ChoiceField
        label={t('webhooks.service')}
        value={preset}
        options={webhookPresets.map((value) => ({
          value,
          label: value === 'generic' ? t('webhooks.own') : webhookServices[value],
        }))}
        onChange={(value) => setDraft({ ...draft, preset: value })}
      />
      <TextField {...field('name')} label={t('webhooks.name')} maxLength={120} />
      {preset === 'telegram' ? null : (
        <TextField
          {...field('url')}
          label={t('webhooks.url')}
          hint={t(`webhooks.urlHint.${preset}`)}
          inputMode="url"
        />
      )}
      {asksToken(preset) ? <TextField {...field('token')} label={t(`webhooks.token.${preset}`)} /> : null}
      {asksTarget(preset) ? <TextField {...field('target')} label={t(`webhooks.target.${preset}`)} /> : null}
      {fields.has('template') ? (
        <TextField
          {...field('template')}
          label={t('webhooks.template')}
          hint={t('webhooks.templateHint')}
          multiline
        />
      ) : null}
    </SheetForm>
  )
}
