import { build } from './build.ts'
import { worker } from './scope.ts'

const prefix = 'streamline-build-'
const own = prefix + build.id
const page = '/index.html'

/** More at a time would only stand in the way of what the person does meanwhile. */
const AT_ONCE = 6

const files = new Set(build.files)

/** Whether an address is one of this build's files, or by its name a file of any build. */
export const isFile = (path: string): boolean => files.has(path) || path.startsWith('/assets/')

/** What another build kept already has the same content, because it has the same name. */
const fetched = async (path: string): Promise<Response> => {
  const kept = path.startsWith('/assets/') ? await caches.match(path, { ignoreVary: true }) : undefined
  if (kept) return kept
  const response = await fetch(path, path.startsWith('/assets/') ? {} : { cache: 'no-cache' })
  if (!response.ok) throw new Error(`${path} is not there: ${response.status}`)
  return response
}

const hashOf = async (response: Response): Promise<string> => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', await response.arrayBuffer()))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Only the page of this very build fits its files: during a release another server may answer for it. */
const keepPage = async (cache: Cache): Promise<void> => {
  const response = await fetched(page)
  if ((await hashOf(response.clone())) !== build.page) throw new Error('The page is of another build')
  await cache.put(page, response)
}

/** Fetches the whole build; whoever is offline later finds every screen. Throws when a file is missing, then nothing takes over. */
export const keepBuild = async (): Promise<void> => {
  const cache = await caches.open(own)
  const rest = [...build.files]
  const keepOn = async (): Promise<void> => {
    for (let path = rest.pop(); path !== undefined; path = rest.pop())
      await cache.put(path, await fetched(path))
  }
  await keepPage(cache)
  await Promise.all(Array.from({ length: AT_ONCE }, keepOn))
}

export const keptPage = async (): Promise<Response | undefined> => (await caches.open(own)).match(page)

/** A file of an open page, from whichever build it is. */
export const answerFile = async (request: Request): Promise<Response> =>
  (await (await caches.open(own)).match(request, { ignoreVary: true })) ??
  (await caches.match(request, { ignoreVary: true })) ??
  fetch(request)

/** Files of other builds, once no page can ask for them any more. */
export const forgetOtherBuilds = async (): Promise<void> => {
  const names = await caches.keys()
  await Promise.all(
    names.filter((name) => name.startsWith(prefix) && name !== own).map((name) => caches.delete(name)),
  )
}

/** Of this build: the name tells the content. */
export const isOwn = (entry: string): boolean => files.has(new URL(entry, worker.location.href).pathname)
