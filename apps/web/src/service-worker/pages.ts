import { keptPage } from './kept-files.ts'

/** Longer than this nobody looks at nothing while the page lies here. */
const PATIENCE = 3000

const after = (ms: number): Promise<undefined> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
  })

/** The same distinction as the API makes: what is not its own is a screen of the app. */
export const isScreen = (path: string): boolean =>
  !/^\/(?:v1|health|docs|dev|\.well-known)(?:\/|$)/.test(path) && !/\.[^/]*$/.test(path)

/** An answer of the application; a gateway's complaint that it is away is none. */
const answered = async ({ request, preloadResponse }: FetchEvent): Promise<Response | undefined> => {
  try {
    const response = ((await preloadResponse) as Response | undefined) ?? (await fetch(request))
    return response.status >= 500 ? undefined : response
  } catch {
    return undefined
  }
}

/**
 * The network first, so that a reload after a release shows the release. The page that is kept is for who is offline, and for
 * who waits too long.
 */
export const answerPage = async (event: FetchEvent): Promise<Response> => {
  const asked = answered(event)
  const soon = await Promise.race([asked, after(PATIENCE)])
  return soon ?? (await keptPage()) ?? (await asked) ?? Response.error()
}
