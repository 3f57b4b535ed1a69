import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient, InferContractRouterInputs } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type { Contract } from '@streamline/contract'
import { decodeProblem, problemOf, type FailureCode } from './problem.ts'
import { routes } from './routes.ts'
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
  /** Asks the person to show who they are, where a route wants that to be recent; false when they would not. */
  confirm?: () => Promise<boolean>
}

const refused = 401
const forbidden = 403

/** oRPC takes a table, and whatever carries a file name, for a file; the contract says that it is text or JSON. */
const asPromised = async (response: Response): Promise<Response> => {
  const type = response.headers.get('content-type') ?? ''
  const isTable = type.startsWith('text/csv') || type.startsWith('text/calendar')
  if (!isTable && !response.headers.has('content-disposition')) return response
  const headers = { 'content-type': isTable ? 'text/plain' : type }
  return new Response(await response.text(), { status: response.status, headers })
}

/** The answer, or what it refuses; oRPC's own reader does not know `application/problem+json`. */
const accepted = async (response: Response): Promise<Response> => {
  if (response.ok) return asPromised(response)
  throw decodeProblem(await response.json().catch(() => null), response.status)
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
export const createClient = ({ baseUrl, session, kind, confirm }: ClientOptions): Client => {
  const withToken = async (request: Request): Promise<Response> => {
    const token = session.accessToken()
    if (token === null) return fetch(request)
    const spare = request.clone()
    request.headers.set('authorization', `Bearer ${token}`)
    const response = await fetch(request)
    if (response.status !== refused || aboutWhatWasSent.has(await codeOf(response))) return response
    const fresh = await session.renew(token)
    if (fresh === null) return response
    spare.headers.set('authorization', `Bearer ${fresh}`)
    return fetch(spare)
  }

  /** What was refused for want of a confirmation is sent once more after it. */
  const withConfirmation = async (request: Request): Promise<Response> => {
    if (!confirm) return withToken(request)
    const spare = request.clone()
    const response = await withToken(request)
    if (response.status !== forbidden || (await codeOf(response)) !== 'fresh-sign-in-needed') return response
    return (await confirm()) ? withToken(spare) : response
  }

  const aboutSessions = `${baseUrl}/v1/auth/`
  const link = new OpenAPILink<CallContext>(routes, {
    url: baseUrl,
    headers: ({ context }) => ({
      ...(kind === undefined ? {} : { 'x-client': kind }),
      ...(context.idempotencyKey === undefined ? {} : { 'idempotency-key': context.idempotencyKey }),
      ...(context.ifMatch === undefined ? {} : { 'if-match': `"${context.ifMatch}"` }),
    }),
    // These work on the cookie or their body; an access token there would be sent to be ended.
    fetch: async (request) =>
      accepted(await (request.url.startsWith(aboutSessions) ? fetch(request) : withConfirmation(request))),
    interceptors: [
      async (call) => {
        try {
          return await call.next()
        } catch (error) {
          throw call.signal?.aborted ? error : problemOf(error)
        }
      },
    ],
  })
  return createORPCClient<Client>(link)
}
