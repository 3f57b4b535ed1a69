import type { Agent } from 'node:https'
import { SignJWT, type CryptoKey } from 'jose'
import * as z from 'zod'
import { OutgoingFailure, type Outgoing, type OutgoingAnswer } from '../outgoing/outgoing.ts'
import { keyOf, type FcmAccount } from './fcm-account.ts'

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging'
const SIGNED_FOR_SECONDS = 3600
/** Asked for anew a little before it ends. */
const EARLY = 5 * 60_000

const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() })

interface Token {
  readonly text: string
  readonly until: number
}

/** Google refuses the account itself: no message will leave until somebody mends that. */
export class AccountRefused extends Error {
  override readonly name = 'AccountRefused'
}

/** What sending is allowed by for an hour: the account's signature exchanged for a token (RFC 7523). One is asked for at a time. */
export class FcmToken {
  private readonly account: FcmAccount
  private readonly outgoing: Outgoing
  private readonly agent: Agent
  private key: Promise<CryptoKey> | undefined
  private token: Promise<Token> | undefined

  constructor(account: FcmAccount, outgoing: Outgoing, agent: Agent) {
    this.account = account
    this.outgoing = outgoing
    this.agent = agent
  }

  async get(): Promise<string> {
    const known = await this.token?.catch(() => undefined)
    if (known === undefined || known.until <= Date.now()) this.token = this.exchange()
    return (await (this.token ?? this.exchange())).text
  }

  /** It was refused: another one, next time. */
  drop(): void {
    this.token = undefined
  }

  private async exchange(): Promise<Token> {
    const answer = await this.outgoing.send(new URL(this.account.token_uri), {
      headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: await this.assertion(),
      }).toString(),
      agent: this.agent,
    })
    const token = tokenSchema.safeParse(jsonOf(answer))
    if (answer.status === 200 && token.success)
      return {
        text: token.data.access_token,
        until: Date.now() + token.data.expires_in * 1000 - EARLY,
      }
    if (answer.status >= 400 && answer.status < 500 && answer.status !== 429)
      throw new AccountRefused(`the token exchange was refused (${answer.status})`)
    throw new OutgoingFailure(`the token exchange answered ${answer.status}`)
  }

  /** By the clock on the wall: Google has no test clock. */
  private async assertion(): Promise<string> {
    const { client_email: email, token_uri: audience } = this.account
    this.key ??= keyOf(this.account)
    const now = Math.floor(Date.now() / 1000)
    return new SignJWT({ scope: SCOPE })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(email)
      .setAudience(audience)
      .setIssuedAt(now)
      .setExpirationTime(now + SIGNED_FOR_SECONDS)
      .sign(await this.key)
  }
}

export const jsonOf = ({ text }: OutgoingAnswer): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
