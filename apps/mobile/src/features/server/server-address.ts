/** Where no certificate can be: this device, and houses that are addressed by number. */
const nearby =
  /^(?:localhost|127\.\d+\.\d+\.\d+|10\.\d+\.\d+\.\d+|192\.168\.\d+\.\d+|172\.(?:1[6-9]|2\d|3[01])\.\d+\.\d+)(?::\d+)?$/

/** The origin that was meant by what was typed: "home.example.org" is https; null where it is no address. */
export const serverAddress = (typed: string): string | null => {
  const [, scheme, host = ''] = /^(?:(https?):\/\/)?([^/?#\s@]+)(?:\/.*)?$/i.exec(typed.trim()) ?? []
  const name = host.toLowerCase()
  const isHost = /^[a-z\d]([a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/.test(name)
  if (!isHost || !(name.includes('.') || name.startsWith('localhost'))) return null
  return `${scheme?.toLowerCase() ?? (nearby.test(name) ? 'http' : 'https')}://${name}`
}

export type ServerAnswer = 'ready' | 'busy' | 'other' | 'nobody'

const patience = 10_000

/** Asks whether Streamline answers there, before anybody types a password for it. */
export const askServer = async (
  address: string,
  ask: (url: string, options: { signal: AbortSignal }) => Promise<Response> = fetch,
): Promise<ServerAnswer> => {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patience)
  try {
    const health = await ask(`${address}/health/ready`, { signal: stop.signal })
    if (health.status === 503) return 'busy'
    const settings = await ask(`${address}/v1/settings`, { signal: stop.signal })
    if (!health.ok || !settings.ok) return 'other'
    const offered = (await settings.json().catch(() => null)) as { issuers?: unknown } | null
    return Array.isArray(offered?.issuers) ? 'ready' : 'other'
  } catch {
    return 'nobody'
  } finally {
    clearTimeout(timer)
  }
}
