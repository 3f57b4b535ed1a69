import type { Api } from './harness.ts'
import { settled } from './stored.ts'

export interface Message {
  kind: string
  locale: string
  subject: string
  text: string
  links: string[]
}

/** What was sent to an address or number, the newest first. */
export async function mailTo(api: Api, to: string): Promise<Message[]> {
  const { body } = await api.fetchJson(`/dev/mailbox.json?to=${encodeURIComponent(to)}`)
  return body.items
}

export const kindsTo = async (api: Api, to: string) => (await mailTo(api, to)).map(({ kind }) => kind)

/** The token in the link of the newest message of a kind. */
export async function tokenTo(api: Api, to: string, kind: string): Promise<string> {
  await settled(api)
  const message = (await mailTo(api, to)).find((candidate) => candidate.kind === kind)
  const token = new URL(message?.links[0] ?? 'none:').searchParams.get('token')
  if (token === null) throw new Error(`No ${kind} with a link came to ${to}`)
  return token
}
