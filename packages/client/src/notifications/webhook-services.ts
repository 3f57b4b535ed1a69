import type { Webhook } from '../answers.ts'

/** Services by the names they have in every language; a call of one's own has none. */
export const webhookServices: Readonly<Record<Exclude<Webhook['preset'], 'generic'>, string>> = {
  ntfy: 'ntfy',
  gotify: 'Gotify',
  telegram: 'Telegram',
  discord: 'Discord',
  slack: 'Slack',
  matrix: 'Matrix',
  homeAssistant: 'Home Assistant',
}
