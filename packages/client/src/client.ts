import type { ContractRouterClient, InferContractRouterInputs } from '@orpc/contract'
import type { Contract } from '@streamline/contract'
import { createCalls } from './calls.ts'
import { decodeProblem, problemOf, type FailureCode } from './problem.ts'
import type { SessionKeeper } from './session/session-keeper.ts'

/** What one call says besides its input. */
export interface CallContext {
  /** One key per attempt of a person, the same for every retry of it. */
  idempotencyKey?: string
  /** The revision in hand; the API refuses when it is stale. */
  ifMatch?: number
}

export type Client = ContractRouterClient<Contract, CallContext>

/** What each route takes. */
export type Inputs = InferContractRouterInputs<Contract>

export interface ClientOptions {
  /** Origin of the API, absolute, without a slash at its end. */
  baseUrl: string
  session: SessionKeeper
  /** An app that is no page says so (`X-Client`): it gets its refresh token in the answer, not as a cookie. */
  kind?: 'mobile'
  /** Where answers come from: the network, unless a page has asked already. */
  fetch?: (request: Request) => Promise<Response>
  /** Asks the person to show who they are, where a route wants that to be recent; false when they would not. */
  confirm?: () => Promise<boolean>
}

const refused = 401
const forbidden = 403

/** What came, as the contract promises it: JSON but for tables and PDFs; what is refused is thrown. */
const promised = async (response: Response): Promise<unknown> => {
  if (!response.ok) throw decodeProblem(await response.json().catch(() => null), response.status)
  const type = response.headers.get('content-type')
  if (type === null) return undefined
  if (type.startsWith('application/json')) return response.json()
  return type.startsWith('application/pdf')
    ? new File([await response.blob()], '', { type })
    : response.text()
}

/** The code of a refusal, its body left for who reads it next. */
const codeOf = async (response: Response): Promise<FailureCode> =>
  decodeProblem(
    await response
      .clone()
      .json()
      .catch(() => null),
    response.status,
  ).code

/** A wrong password or code is no reason for a new token, and must not be tried twice. */
const aboutWhatWasSent = new Set<FailureCode>(['wrong-credentials', 'second-factor-failed'])

/** Calls the API by the names of the contract; every failure is a `ProblemError`. */
export const createClient = ({
  baseUrl,
  session,
  kind,
  confirm,
  fetch: ask = fetch,
}: ClientOptions): Client => {
  const withToken = async (request: Request): Promise<Response> => {
    // Who opened the app while nobody answered is not signed out: it is found out as soon as somebody does.
    if (session.state() === 'unknown') await session.start()
    const token = session.accessToken()
    if (token === null) return ask(request)
    const spare = request.clone()
    request.headers.set('authorization', `Bearer ${token}`)
    const response = await ask(request)
    if (response.status !== refused || aboutWhatWasSent.has(await codeOf(response))) return response
    const fresh = await session.renew(token)
    if (fresh === null) return response
    spare.headers.set('authorization', `Bearer ${fresh}`)
    return ask(spare)
  }

  /** What was refused for want of a confirmation is sent once more after it. */
  const withConfirmation = async (request: Request): Promise<Response> => {
    if (!confirm) return withToken(request)
    const spare = request.clone()
    const response = await withToken(request)
    if (response.status !== forbidden || (await codeOf(response)) !== 'fresh-sign-in-needed') return response
    return (await confirm()) ? withToken(spare) : response
  }

  const headersOf = ({ idempotencyKey, ifMatch }: CallContext): Record<string, string> => ({
    ...(kind === undefined ? {} : { 'x-client': kind }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
    ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
  })

  const aboutSessions = `${baseUrl}/v1/auth/`
  const send = async (request: Request): Promise<unknown> =>
    // These work on the cookie or their body; an access token there would be sent to be ended.
    promised(await (request.url.startsWith(aboutSessions) ? ask(request) : withConfirmation(request)))

  return createCalls<CallContext>(baseUrl, async (request, { context, signal }) => {
    for (const [name, value] of Object.entries(headersOf(context ?? {}))) request.headers.set(name, value)
    try {
      return await send(request)
    } catch (error) {
      throw signal?.aborted ? error : problemOf(error)
    }
  }) as unknown as Client
}
