declare global {
  /** What `start.js` asked for before the app was there, by method and address. */
  var earlyAnswers: Map<string, Promise<Response>> | undefined
}

/** Longer than any start takes: what nobody asked for by then would be an old answer. */
const FRESH = 10_000

setTimeout(() => globalThis.earlyAnswers?.clear(), FRESH)

/** An answer that is under way already, once; one that failed, or was refused, is asked for again. */
export const fetchEarly = async (request: Request): Promise<Response> => {
  const { pathname, search } = new URL(request.url)
  const name = `${request.method} ${pathname}${search}`
  const early = globalThis.earlyAnswers?.get(name)
  if (early === undefined) {
    // What was asked for before somebody changed something may be as it was before.
    if (request.method !== 'GET') globalThis.earlyAnswers?.clear()
    return fetch(request)
  }
  globalThis.earlyAnswers?.delete(name)
  const answer = await early.catch(() => null)
  if (answer?.ok) return answer
  // What nobody reads would stay under way, and keep its connection.
  await answer?.body?.cancel()
  return fetch(request)
}
