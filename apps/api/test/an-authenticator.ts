import { generateSync } from 'otplib'
import type { Person } from './a-person.ts'
import type { Answer, Api } from './harness.ts'

const password = 'correct horse battery'
const STEP = 30_000

export interface Authenticator {
  secret: string
  recoveryCodes: string[]
  /** The code that the app shows, steps from now. */
  code: (steps?: number) => string
  /** The same after the step that was used last is over. */
  nextCode: () => Promise<string>
}

/** What an authenticator app shows for a secret. */
export const codeOf = (secret: string, epochMs: number) =>
  generateSync({ secret, epoch: Math.floor(epochMs / 1000) })

/** Switches the second factor on, as the person. */
export async function withAuthenticator(api: Api, person: Person): Promise<Authenticator> {
  const { secret } = (await person.post('/v1/me/totp')).body
  const code = (steps = 0) => codeOf(secret, api.clock.now() + steps * STEP)
  const confirmed = await person.post('/v1/me/totp/confirm', { code: code() })
  if (confirmed.status !== 200) throw new Error(`It did not go on: ${JSON.stringify(confirmed.body)}`)
  const nextCode = async () => {
    await pass(api, STEP)
    return code()
  }
  return { secret, recoveryCodes: confirmed.body.recoveryCodes, code, nextCode }
}

export const pass = (api: Api, ms: number) => api.clock.moveTo(new Date(api.clock.now() + ms).toISOString())

const post = (api: Api, path: string, body: unknown): Promise<Answer> =>
  api.fetchJson(`/v1/auth/${path}`, { method: 'POST', body, headers: { 'X-Client': 'mobile' } })

export const signIn = (api: Api, email: string, typed = password) =>
  post(api, 'sign-in', { email, password: typed })

/** The ticket of a right password. */
export async function ticketOf(api: Api, email: string, typed = password): Promise<string> {
  const { body } = await signIn(api, email, typed)
  if (body.secondFactor === undefined) throw new Error(`No ticket: ${JSON.stringify(body)}`)
  return body.secondFactor.ticket
}

export const redeem = (api: Api, ticket: string, factor: Record<string, unknown>) =>
  post(api, 'second-factor', { ticket, ...factor })
