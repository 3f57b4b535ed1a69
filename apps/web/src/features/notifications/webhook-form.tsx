import {
  asksTarget,
  asksToken,
  newWebhook,
  webhookInput,
  webhookPresets,
  webhookServices,
  type useCreateWebhook,
  type WebhookDraft,
} from '@streamline/client/notifications'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField, TextField } from '../../design/field.tsx'

/** What a service is called with; each asks for what it needs and nothing else. */
export const WebhookForm = ({
  create,
  onAdded,
}: {
  create: ReturnType<typeof useCreateWebhook>
  onAdded: (name: string) => void
}) => {
  const { t } = useTranslation('notifications')
  const { register, handleSubmit, reset, control, formState } = useForm<WebhookDraft>({
    defaultValues: newWebhook,
  })
  const preset = useWatch({ control, name: 'preset' })
  const { errors } = formState
  const needed = { validate: (text: string) => text.trim() !== '' || t('webhooks.missing') }
  const submit = handleSubmit((draft) => {
    const input = webhookInput(draft)
    if (input === null) return
    create.mutate(input, {
      onSuccess: () => {
        reset()
        onAdded(input.name)
      },
    })
  })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="space-y-4">
      <SelectField {...register('preset')} label={t('webhooks.service')}>
        {webhookPresets.map((one) => (
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
      {asksToken(preset) ? (
        <TextField
          {...register('token', preset === 'ntfy' ? {} : needed)}
          label={t(`webhooks.token.${preset}`)}
          error={errors.token?.message}
          autoComplete="off"
          spellCheck={false}
        />
      ) : null}
      {asksTarget(preset) ? (
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
