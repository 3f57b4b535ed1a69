import { pause } from '../process.mjs'

/**
 * @typedef {'ready' | 'read' | 'write'} Kind
 * @typedef {{ kind: Kind, status: number, hasRetryAfter: boolean, ms: number }} Answer status 0: nobody answered
 */

const LONGEST = 15_000

/**
 * People of a household who read, write and look whether all is well, every tenth of a second.
 * @param {string} url
 */
export async function openTraffic(url) {
  const { token, home } = await moveIn(url)
  const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }
  let count = 0
  /** @type {Record<Kind, () => [string, RequestInit]>} */
  const asks = {
    ready: () => ['/health/ready', {}],
    read: () => [`${home}/overview`, { headers }],
    // A little longer each time: a full disk has no room for it in the end.
    write: () => [
      `${home}/subscriptions`,
      { method: 'POST', headers, body: JSON.stringify(aSubscription(`Plan ${++count}`)) },
    ],
  }

  /** @param {string} path @param {RequestInit} [init] @returns {Promise<Omit<Answer, 'kind'>>} */
  const ask = async (path, init = {}) => {
    const since = performance.now()
    const response = await fetch(url + path, { ...init, signal: AbortSignal.timeout(LONGEST) }).catch(
      () => undefined,
    )
    await response?.arrayBuffer().catch(() => {})
    const hasRetryAfter = response?.headers.has('retry-after') ?? false
    return { status: response?.status ?? 0, hasRetryAfter, ms: performance.now() - since }
  }
  /** @param {Kind} kind @returns {Promise<Answer>} */
  const askFor = async (kind) => ({ kind, ...(await ask(...asks[kind]())) })
  const kinds = /** @type {Kind[]} */ (Object.keys(asks))

  return {
    /** One answer of each kind. */
    round: () => Promise.all(kinds.map(askFor)),
    /** Goes on for so long, and ends with the last answer. @param {number} ms */
    for: async (ms) => {
      /** @type {Promise<Answer>[]} */
      const asked = []
      for (const until = performance.now() + ms; performance.now() < until; await pause(100))
        asked.push(...kinds.map(askFor))
      return Promise.all(asked)
    },
    /** What needs the ledger. */
    history: () => ask(`${home}/history`, { headers }),
  }
}

const aSubscription = (/** @type {string} */ name) => ({
  name,
  kind: 'ott',
  startsOn: new Date().toISOString().slice(0, 10),
  interval: { count: 1, unit: 'month' },
  price: { amount: 64_900, currency: 'INR' },
  renewal: 'automatic',
  recordsItself: false,
  taxIncluded: true,
  note: 'x'.repeat(500),
})

/** @param {string} url */
async function moveIn(url) {
  const json = { 'Content-Type': 'application/json', 'X-Client': 'mobile' }
  /** @param {string} path @param {object} [body] @param {Record<string, string>} [headers] @returns {Promise<any>} */
  const call = async (path, body, headers = json) => {
    const init = body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) }
    const response = await fetch(url + path, init)
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`)
    return response.json()
  }
  const person = { email: 'chaos@example.org', password: 'a storm needs no secret', name: 'Asha' }
  const { accessToken: token } = await call('/v1/auth/register', person)
  const headers = { ...json, Authorization: `Bearer ${token}` }
  const { households } = await call('/v1/me', undefined, headers)
  const home = `/v1/households/${households[0].id}`
  await call(`${home}/subscriptions`, aSubscription('Netflix'), headers)
  const { items: charges } = await call(`${home}/charges`, undefined, headers)
  await call(`${home}/charges/${charges[0].id}/payments`, {}, headers)
  return { token, home }
}
