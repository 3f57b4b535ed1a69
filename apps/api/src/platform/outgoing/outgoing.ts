import { lookup as resolve } from 'node:dns/promises'
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as tlsRequest, type Agent } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { addressRules } from './address-rules.ts'

const DEADLINE = 10_000
const MOST_BYTES = 64_000

/** The other side was never reached, or did not answer as it should. */
export class OutgoingFailure extends Error {
  override readonly name = 'OutgoingFailure'
  /** No attempt will ever be better. */
  readonly isFinal: boolean

  constructor(message: string, isFinal = false, options?: ErrorOptions) {
    super(message, options)
    this.isFinal = isFinal
  }
}

export interface OutgoingRequest {
  readonly method?: 'POST' | 'PUT' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
  /** Keeps connections to a host that the operator named: what is asked for a person has one of its own each time. */
  readonly agent?: Agent
}

export interface OutgoingAnswer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly text: string
}

/**
 * Calls to addresses that a person or a browser named (ASVS 1.3.6, 15.3.2). The address is resolved once, looked at, and that one is
 * called: a name that says something else a moment later changes nothing. No redirect is followed, the answer may have 64 kB and the whole
 * takes ten seconds.
 */
@Injectable()
export class Outgoing {
  private readonly mayCall: (address: string) => boolean

  constructor(@Inject(ENV) env: Env) {
    this.mayCall = addressRules(env.outgoingPrivate)
  }

  /** Throws an `OutgoingFailure`; whatever the status, an answer is an answer. */
  async send(url: URL, request: OutgoingRequest): Promise<OutgoingAnswer> {
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw new OutgoingFailure('not http', true)
    if (url.username !== '' || url.password !== '')
      throw new OutgoingFailure('a password in the address', true)
    const address = await this.addressOf(url)
    try {
      return await call(url, address, request)
    } catch (error) {
      if (error instanceof OutgoingFailure) throw error
      const { code, message } = error as { code?: string; message: string }
      throw new OutgoingFailure(code ?? message.slice(0, 100), false, { cause: error })
    }
  }

  /** Refused where any of the addresses of a name is: nobody says which one would be called. */
  private async addressOf({ hostname }: URL): Promise<string> {
    const host = hostname.replace(/^\[|\]$/g, '')
    const addresses = isIP(host) === 0 ? await addressesOf(host) : [host]
    const [first] = addresses
    if (first === undefined) throw new OutgoingFailure('the name has no address')
    if (!addresses.every(this.mayCall))
      throw new OutgoingFailure(
        'the address is not public, and the administrator allows no such address',
        true,
      )
    return first
  }
}

const addressesOf = async (host: string): Promise<string[]> => {
  try {
    return (await resolve(host, { all: true, verbatim: false })).map(({ address }) => address)
  } catch (error) {
    throw new OutgoingFailure(`the name is not known (${(error as { code?: string }).code ?? 'unknown'})`)
  }
}

/** The name says what it likes by now: this address is the one that was looked at. */
const always =
  (address: string): LookupFunction =>
  (_host, options, answer) => {
    const family = isIP(address)
    if (options.all === true) answer(null, [{ address, family }])
    else answer(null, address, family)
  }

async function call(
  url: URL,
  address: string,
  { method = 'POST', headers, body, agent }: OutgoingRequest,
): Promise<OutgoingAnswer> {
  const deadline = new AbortController()
  const { signal } = deadline
  const timer = setTimeout(() => deadline.abort(), DEADLINE)
  const options: RequestOptions = {
    method,
    headers: { 'Content-Length': String(Buffer.byteLength(body)), ...headers },
    lookup: always(address),
    signal,
    agent: agent ?? false,
  }
  try {
    const response = await new Promise<IncomingMessage>((answered, failed) => {
      const send = url.protocol === 'https:' ? tlsRequest : plainRequest
      send(url, options, answered).on('error', failed).end(body)
    })
    const { statusCode: status = 0, headers: answered } = response
    const read = await readOf(response)
    // What was accepted was accepted, however its answer ends: asked again it would come twice.
    if (read.failure !== null && !(status >= 200 && status < 300)) throw read.failure
    return { status, headers: answered, text: read.text }
  } catch (error) {
    throw signal.aborted ? new OutgoingFailure('no answer within ten seconds') : error
  } finally {
    // One that is left to run ends in an error that nobody hears.
    clearTimeout(timer)
  }
}

/** What could be read of an answer, and why that is not all. */
const readOf = (response: IncomingMessage): Promise<{ text: string; failure: Error | null }> =>
  new Promise((done) => {
    const chunks: Buffer[] = []
    let size = 0
    const end = (failure: Error | null) => done({ text: Buffer.concat(chunks).toString('utf8'), failure })
    response.on('data', (chunk: Buffer) => {
      size += chunk.byteLength
      if (size > MOST_BYTES) response.destroy(new OutgoingFailure('the answer is too large'))
      else chunks.push(chunk)
    })
    response.on('end', () => end(null))
    response.on('error', end)
    response.on('close', () => {
      if (!response.complete) end(new OutgoingFailure('the answer ended early'))
    })
  })
