import type { Page, Response } from 'playwright-core'

export interface Traffic {
  /** Every Set-Cookie that came, as sent. */
  cookies: string[]
  /** Private answers that a cache might keep: address and what they say about it. */
  cacheable: string[]
  /** How many private answers came at all. */
  privateAnswers: number
}

/** The catalogue is the same for everybody. */
const isCatalogue = (pathname: string): boolean => /^\/v1\/(providers|plans)/.test(pathname)

const isPrivate = async (response: Response): Promise<boolean> => {
  const { pathname } = new URL(response.url())
  const { authorization } = await response.request().allHeaders()
  if (!pathname.startsWith('/v1/') || isCatalogue(pathname)) return false
  return authorization !== undefined || pathname.startsWith('/v1/auth/')
}

/** Keeps what the answers to a window say to the browser about keeping them. */
export const watchTraffic = (page: Page): Traffic => {
  const traffic: Traffic = { cookies: [], cacheable: [], privateAnswers: 0 }
  const note = async (response: Response): Promise<void> => {
    const headers = await response.headersArray()
    for (const { name, value } of headers)
      if (name.toLowerCase() === 'set-cookie') traffic.cookies.push(value)
    if (!(await isPrivate(response))) return
    traffic.privateAnswers += 1
    const kept = headers.find(({ name }) => name.toLowerCase() === 'cache-control')?.value ?? 'nothing'
    if (!kept.includes('no-store')) traffic.cacheable.push(`${response.url()}: ${kept}`)
  }
  // A window that closes takes its last answers with it.
  page.on('response', (response) => void note(response).catch(() => null))
  return traffic
}

/** How far down each page was; the router writes it, and nobody is known by it. */
const scrolling = 'tsr-scroll-restoration-v1_3'

/** All that scripts can keep in this browser. */
export const keptBy = async (page: Page) => {
  const { session, ...kept } = await page.evaluate(async () => ({
    local: { ...localStorage },
    session: { ...sessionStorage } as Record<string, string>,
    databases: await indexedDB.databases(),
    caches: await caches.keys(),
    cookies: document.cookie,
  }))
  const { [scrolling]: positions = '{}', ...others } = session
  const isOnlyPositions = positions.replaceAll(/"(\w{0,8}|window|scroll[XY])":|[\d{},]/g, '') === ''
  return { ...kept, session: isOnlyPositions ? others : session }
}

export const nothing = { local: {}, session: {}, databases: [], caches: [], cookies: '' }
