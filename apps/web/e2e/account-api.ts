import { vi } from 'vitest'
import { codeNow } from './authenticator.ts'
import { patiently } from './browser.ts'
import type { Person } from './person.ts'

/** Asks the API as one person, for what a test needs to find there and does not look at. */
export type Call = <Answer = Record<string, string>>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
) => Promise<Answer>

const callerAt =
  (origin: string, token: string | null): Call =>
  async <Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-client': 'mobile',
        ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json().catch(() => null)) as Answer
  }

interface Session {
  accessToken: string
  user: { id: string }
}

export const registerByApi = async (
  origin: string,
  { name, email, password, ...place }: Person & { country?: string; timeZone?: string },
) => {
  const path = '/v1/auth/register'
  const { accessToken, user } = await callerAt(origin, null)<Session>('POST', path, {
    name,
    email,
    password,
    ...place,
  })
  return { userId: user.id, call: callerAt(origin, accessToken) }
}

export const signInByApi = async (origin: string, { email, password }: Person): Promise<Call> => {
  const path = '/v1/auth/sign-in'
  const { accessToken } = await callerAt(origin, null)<Session>('POST', path, { email, password })
  return callerAt(origin, accessToken)
}

/** The link in the newest letter of a kind; letters that are written after the answer come soon. */
export const linkTo = async (origin: string, email: string, kind: string): Promise<URL> => {
  const path = `/dev/mailbox.json?to=${encodeURIComponent(email)}`
  const look = async () => {
    const { items } = await callerAt(origin, null)<{ items: { kind: string; links: string[] }[] }>(
      'GET',
      path,
    )
    return items.find((letter) => letter.kind === kind)?.links[0]
  }
  return new URL((await vi.waitUntil(look, patiently)) ?? '')
}

/** As who opens the link of the letter. */
export const verifyByApi = async (origin: string, email: string): Promise<void> => {
  const { searchParams } = await linkTo(origin, email, 'welcome')
  await callerAt(origin, null)('POST', '/v1/auth/verify-email', { token: searchParams.get('token') })
}

/** What the person's authenticator app needs for its codes, and the codes for when it is lost. */
export const switchOnAuthenticator = async (origin: string, call: Call) => {
  const { secret } = await call<{ secret: string }>('POST', '/v1/me/totp', {})
  const { recoveryCodes } = await call<{ recoveryCodes: string[] }>('POST', '/v1/me/totp/confirm', {
    code: await codeNow(origin, secret),
  })
  return { secret, recoveryCodes }
}
