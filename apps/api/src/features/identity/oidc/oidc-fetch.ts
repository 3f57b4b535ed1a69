const TIMEOUT = 5000
const MOST_BYTES = 200_000

/** An issuer that is away, slow, or says what it may not. */
export class IssuerFailure extends Error {
  override readonly name = 'IssuerFailure'
}

/**
 * JSON from an issuer: https, five seconds in all, 200 kB, and no redirect followed, because what was asked for is what
 * the operator wrote down (ASVS 15.3.2). Plain http only where the issuer itself was allowed it, on this machine.
 */
export async function issuerJson(url: URL, mayBePlain: boolean, init: RequestInit = {}): Promise<unknown> {
  if (url.protocol !== 'https:' && !mayBePlain) throw new IssuerFailure(`${url.origin} is not https`)
  const headers = new Headers(init.headers)
  headers.set('Accept', 'application/json')
  try {
    const signal = AbortSignal.timeout(TIMEOUT)
    const response = await fetch(url, { ...init, headers, redirect: 'error', signal })
    const text = await boundedText(response)
    if (!response.ok) throw new IssuerFailure(`${url.origin} answered ${response.status}`)
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof IssuerFailure) throw error
    throw new IssuerFailure(`${url.origin} could not be asked`, { cause: error })
  }
}

async function boundedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > MOST_BYTES) throw new IssuerFailure('The answer is too large')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}
