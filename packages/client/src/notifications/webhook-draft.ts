import type { Webhook } from '../answers.ts'
import type { Inputs } from '../client.ts'

type Preset = Webhook['preset']
type Field = 'name' | 'url' | 'token' | 'target' | 'template'

export const webhookPresets: readonly Preset[] = [
  'ntfy',
  'gotify',
  'telegram',
  'discord',
  'slack',
  'matrix',
  'homeAssistant',
  'generic',
]

export interface WebhookDraft extends Readonly<Record<Field, string>> {
  readonly preset: Preset
}

export const newWebhook: WebhookDraft = {
  name: '',
  preset: 'ntfy',
  url: '',
  token: '',
  target: '',
  template: '',
}

export const asksToken = (preset: Preset): preset is 'ntfy' | 'gotify' | 'telegram' | 'matrix' =>
  ['ntfy', 'gotify', 'telegram', 'matrix'].includes(preset)

export const asksTarget = (preset: Preset): preset is 'telegram' | 'matrix' =>
  preset === 'telegram' || preset === 'matrix'

/** It is reached at one address only. */
const TELEGRAM = 'https://api.telegram.org'

/** What a service asks for; each for what it needs and nothing else. */
export const fieldsOfWebhook = (preset: Preset): readonly Field[] => [
  'name',
  ...(preset === 'telegram' ? [] : (['url'] as const)),
  ...(asksToken(preset) ? (['token'] as const) : []),
  ...(asksTarget(preset) ? (['target'] as const) : []),
  ...(preset === 'generic' ? (['template'] as const) : []),
]

/** Those that must not stay empty. */
export const neededOfWebhook = (preset: Preset): readonly Field[] =>
  fieldsOfWebhook(preset).filter((field) => field !== 'template' && !(field === 'token' && preset === 'ntfy'))

/** As the service is told of it; null while something is missing. */
export const webhookInput = (draft: WebhookDraft): Inputs['webhooks']['create'] | null => {
  const { preset } = draft
  if (neededOfWebhook(preset).some((field) => draft[field].trim() === '')) return null
  const given = Object.fromEntries(
    fieldsOfWebhook(preset)
      .map((field) => [field, draft[field].trim()] as const)
      .filter(([, text]) => text !== ''),
  )
  return { url: TELEGRAM, ...given, name: draft.name.trim(), preset }
}
