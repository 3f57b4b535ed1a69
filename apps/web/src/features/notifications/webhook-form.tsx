import type { Webhook } from '@streamline/client'
import { webhookServices, type useCreateWebhook } from '@streamline/client/notifications'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField, TextField } from '../../design/field.tsx'

type Preset = Webhook['preset']

const presets: readonly Preset[] = [
  'ntfy',
  'gotify',
  'telegram',
  'discord',
  'slack',
  'matrix',
  'homeAssistant',
  'generic',
]

const hasToken = (preset: Preset): preset is 'ntfy' | 'gotify' | 'telegram' | 'matrix' =>
  ['ntfy', 'gotify', 'telegram', 'matrix'].includes(preset)

const hasTarget = (preset: Preset): preset is 'telegram' | 'matrix' =>
  preset === 'telegram' || preset === 'matrix'

const TELEGRAM = 'https://api.telegram.org'

interface Draft {
  name: string
  preset: Preset
  url: string
  token: string
  target: string
  template: string
}

const given = <Key extends string>(key: Key, value: string): { [K in Key]?: string } =>
  (value.trim() === '' ? {} : { [key]: value.trim() }) as { [K in Key]?: string }

/** What a service is called with; each asks for what it needs and nothing else. */
export const WebhookForm = ({
  create,
  onAdded,
}: {
  create: ReturnType<typeof useCreateWebhook>
  onAdded: (name: string) => void
}) => {
  const { t } = useTranslation('notifications')
  const { register, handleSubmit, reset, control, formState } = useForm<Draft>({
    defaultValues: { name: '', preset: 'ntfy', url: '', token: '', target: '', template: '' },
  })
  const preset = useWatch({ control, name: 'preset' })
  const { errors } = formState
  const needed = { validate: (text: string) => text.trim() !== '' || t('webhooks.missing') }
  const submit = handleSubmit(({ name, url, token, target, template }) =>
    create.mutate(
      {
        name: name.trim(),
        preset,
        url: preset === 'telegram' ? TELEGRAM : url.trim(),
        ...(hasToken(preset) ? given('token', token) : {}),
        ...(hasTarget(preset) ? given('target', target) : {}),
        ...(preset === 'generic' ? given('template', template) : {}),
      },
      {
        onSuccess: () => {
          reset()
          onAdded(name.trim())
        },
      },
    ),
  )
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <SelectField {...register('preset')} label={t('webhooks.service')}>
        {presets.map((one) => (
          <option key={one} value={one}>
            {one === 'generic' ? t('webhooks.own') : webhookServices[one]}
          </option>
        ))}
      </SelectField>
      <TextField
        {...register('name', needed)}
        label={t('webhooks.name')}
        error={errors.name?.message}
        autoComplete="off"
        maxLength={120}
      />
      {preset === 'telegram' ? null : (
        <TextField
          {...register('url', needed)}
          type="url"
          label={t('webhooks.url')}
          hint={t(`webhooks.urlHint.${preset}`)}
          error={errors.url?.message}
          autoComplete="off"
        />
      )}
      {hasToken(preset) ? (
        <TextField
          {...register('token', preset === 'ntfy' ? {} : needed)}
          label={t(`webhooks.token.${preset}`)}
          error={errors.token?.message}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      {hasTarget(preset) ? (
        <TextField
          {...register('target', needed)}
          label={t(`webhooks.target.${preset}`)}
          error={errors.target?.message}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      {preset === 'generic' ? (
        <TextField
          {...register('template')}
          label={t('webhooks.template')}
          hint={t('webhooks.templateHint')}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      <FormError error={create.error} />
      <Button type="submit" busy={create.isPending}>
        {t('webhooks.save')}
      </Button>
    </form>
  )
}
