import { worker } from './scope.ts'

/** What the server sends, sealed for this browser alone. */
interface Message {
  readonly id: string
  readonly title: string
  readonly body: string
  readonly path: string
  readonly tag: string
}

const isMessage = (data: unknown): data is Message =>
  typeof data === 'object' &&
  data !== null &&
  ['id', 'title', 'body', 'path', 'tag'].every((key) => typeof Reflect.get(data, key) === 'string')

/**
 * Shows one notification for each thing: the next word about it takes the place of the one before and is heard, the same word once more is
 * not. A browser demands that something is shown, so what is none of ours is not asked for.
 */
export const showPush = async ({ data }: PushEvent): Promise<void> => {
  const message: unknown = data?.json()
  if (!isMessage(message)) return
  const { id, title, body, path, tag } = message
  const shown = await worker.registration.getNotifications({ tag })
  const isAgain = shown.some((one) => (one.data as { id?: unknown } | null)?.id === id)
  // The types of notifications know no `renotify`; browsers do.
  const options = { body, tag, renotify: !isAgain, icon: '/icon.svg', data: { id, path } }
  await worker.registration.showNotification(title, options)
}

/** Only pages of ours, whatever a message says. */
const pageOf = (data: unknown): URL => {
  const { path } = (data ?? {}) as { path?: unknown }
  const home = new URL('/home', worker.location.origin)
  const page = typeof path === 'string' ? new URL(path, worker.location.origin) : home
  return page.origin === worker.location.origin ? page : home
}

/** Opens the screen that it is about: in a window that shows it, else in one that is open, else in a new one. */
export const openPush = async ({ notification }: NotificationEvent): Promise<void> => {
  notification.close()
  const page = pageOf(notification.data)
  const windows = await worker.clients.matchAll({ type: 'window' })
  const there = windows.find(({ url }) => new URL(url).pathname === page.pathname)
  if (there !== undefined) return void (await there.focus())
  const [open] = windows
  if (open === undefined) return void (await worker.clients.openWindow(page.href))
  await open.focus()
  await open.navigate(page.href)
}
