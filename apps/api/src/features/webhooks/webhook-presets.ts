import { createHmac } from 'node:crypto'
import type { WebhookPreset } from '@streamline/contract'
import type { WebhookMessage } from './webhook-message.ts'

/** What a person gave, and the secret that was made for it. */
export interface WebhookConfig {
  readonly url: string
  /** Of a bot, an application or a user there. */
  readonly token?: string | undefined
  /** The chat or room. */
  readonly target?: string | undefined
  /** The body of a call of one's own, with {{title}}, {{body}}, {{url}}, {{kind}} and {{household}}. */
  readonly template?: string | undefined
  readonly secret: string
}

export interface WebhookCall {
  readonly url: URL
  readonly method: 'POST' | 'PUT'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

type Preset = (message: WebhookMessage, config: WebhookConfig, nowMs: number) => WebhookCall

const JSON_TYPE = { 'Content-Type': 'application/json; charset=utf-8' }

const bearer = (token: string | undefined): Record<string, string> =>
  token === undefined ? {} : { Authorization: `Bearer ${token}` }

const post = (url: URL, body: unknown, headers: Record<string, string> = {}): WebhookCall => ({
  url,
  method: 'POST',
  headers: { ...JSON_TYPE, ...headers },
  body: JSON.stringify(body),
})

/** `https://host/base` and a path of the service there. */
const below = (base: string, path: string): URL => new URL(`${base.replace(/\/+$/, '')}${path}`)

const inOneText = ({ title, body, url }: WebhookMessage): string => `${title}\n${body}\n${url}`

/** In JSON a text is what stands between the quotes of its template. */
const filled = (template: string, message: WebhookMessage): string =>
  template.replaceAll(/\{\{(title|body|url|kind|household)\}\}/g, (_, name: keyof WebhookMessage) =>
    JSON.stringify(message[name] ?? '').slice(1, -1),
  )

/** Signed as Standard Webhooks say: who gets it knows that it is ours, and when it was said. */
const signed: Preset = (message, { url, template, secret }, nowMs) => {
  const body = template === undefined ? JSON.stringify(message) : filled(template, message)
  const timestamp = String(Math.floor(nowMs / 1000))
  const signature = createHmac('sha256', Buffer.from(secret, 'base64'))
    .update(`${message.id}.${timestamp}.${body}`)
    .digest('base64')
  const headers = {
    ...JSON_TYPE,
    'Webhook-Id': message.id,
    'Webhook-Timestamp': timestamp,
    'Webhook-Signature': `v1,${signature}`,
  }
  return { url: new URL(url), method: 'POST', headers, body }
}

/** How each service wants to be called. Nobody is mentioned, and nothing is markup, by what a name holds. */
export const webhookPresets: Readonly<Record<WebhookPreset, Preset>> = {
  generic: signed,
  ntfy: ({ title, body, url: click, kind }, { url, token }) => {
    const { origin, pathname } = new URL(url)
    const topic = decodeURIComponent(pathname.replaceAll(/^\/+|\/+$/g, ''))
    return post(new URL(origin), { topic, title, message: body, click, tags: [kind] }, bearer(token))
  },
  gotify: ({ title, body, url: click }, { url, token = '' }) =>
    post(
      below(url, '/message'),
      {
        title,
        message: body,
        priority: 5,
        extras: { 'client::notification': { click: { url: click } } },
      },
      { 'X-Gotify-Key': token },
    ),
  telegram: (message, { url, token = '', target }) =>
    post(below(url, `/bot${encodeURIComponent(token).replaceAll('%3A', ':')}/sendMessage`), {
      chat_id: target,
      text: inOneText(message).slice(0, 4096),
      link_preview_options: { is_disabled: true },
    }),
  discord: ({ title, body, url: link }, { url }) =>
    post(new URL(url), {
      allowed_mentions: { parse: [] },
      embeds: [{ title: title.slice(0, 256), description: body.slice(0, 4096), url: link }],
    }),
  slack: (message, { url }) =>
    post(new URL(url), {
      text: inOneText(message).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
      unfurl_links: false,
    }),
  /** The same transaction again is the same message. */
  matrix: (message, { url, token, target = '' }) => ({
    ...post(
      below(url, `/_matrix/client/v3/rooms/${encodeURIComponent(target)}/send/m.room.message/${message.id}`),
      { msgtype: 'm.text', body: inOneText(message) },
      bearer(token),
    ),
    method: 'PUT',
  }),
  homeAssistant: ({ title, body, url: link, kind, household }, { url }) =>
    post(new URL(url), { title, message: body, url: link, kind, household }),
}
