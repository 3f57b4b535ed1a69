import table from './routes.json'

/** What is said with one call. */
export interface CallOptions<Context> {
  context?: Context
  signal?: AbortSignal
}

type Call<Context> = (input?: object, options?: CallOptions<Context>) => Promise<unknown>

/** What is to be sent: names in braces are part of the address, the rest is its query or the body. */
const requestOf = (
  baseUrl: string,
  route: string,
  input: object,
  signal: AbortSignal | undefined,
): Request => {
  const [method = '', path = ''] = route.split(' ')
  const rest = new Map<string, unknown>(Object.entries(input).filter(([, value]) => value !== undefined))
  const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const part = encodeURIComponent(String(rest.get(name)))
    rest.delete(name)
    return part
  })
  const until = signal === undefined ? {} : { signal }
  if (method !== 'GET')
    return new Request(baseUrl + address, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(Object.fromEntries(rest)),
      ...until,
    })
  const query = [...rest].map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&')
  return new Request(baseUrl + address + (query === '' ? '' : `?${query}`), { method, ...until })
}

/**
 * The API by the names of the contract. What an app must know of it is data, method and path of each route, so that every bundler can
 * read it; schemas and descriptions stay with the service.
 */
export const createCalls = <Context>(
  baseUrl: string,
  send: (request: Request, options: CallOptions<Context>) => Promise<unknown>,
): Record<string, Record<string, Call<Context>>> =>
  Object.fromEntries(
    Object.entries(table).map(([noun, group]) => [
      noun,
      Object.fromEntries(
        Object.entries<string>(group).map(([name, route]): [string, Call<Context>] => [
          name,
          (input = {}, options = {}) => send(requestOf(baseUrl, route, input, options.signal), options),
        ]),
      ),
    ]),
  )
