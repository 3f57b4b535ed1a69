/** Another build than the one that this page runs is there, and a reload shows it. */
let isBehind = false
const listeners = new Set<() => void>()

export const isBehindRelease = (): boolean => isBehind

export const subscribeToReleases = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

const become = (next: boolean): void => {
  isBehind = next
  for (const listener of listeners) listener()
}

/** The address of the first program of this page tells its build. */
const entry = document.querySelector<HTMLScriptElement>('script[type=module]')?.src ?? ''

/** Asks the service worker in charge whether this page is of its build. */
const greet = (): void => {
  const { controller } = navigator.serviceWorker
  if (controller === null) return
  const { port1, port2 } = new MessageChannel()
  port1.addEventListener('message', ({ data }: MessageEvent<{ isCurrent: boolean }>) => {
    become(!data.isCurrent)
    port1.close()
  })
  port1.start()
  controller.postMessage({ kind: 'open', entry }, [port2])
}

const HOUR = 3_600_000

/**
 * Keeps the app on this device, and hears of a newer one: a page that stays open asks when it is seen again, and each hour. Answers how
 * to stop.
 */
export const followReleases = (): (() => void) => {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return () => {}
  const { serviceWorker } = navigator
  // A device may have no room, and a private window no worker; then the app works as any page does.
  const registered = serviceWorker
    .register('/service-worker.js', { updateViaCache: 'none' })
    .catch(() => null)
  const look = (): void => {
    if (document.visibilityState === 'visible')
      void registered.then((registration) => registration?.update()).catch(() => null)
  }
  const timer = setInterval(look, HOUR)
  serviceWorker.addEventListener('controllerchange', greet)
  document.addEventListener('visibilitychange', look)
  greet()
  return () => {
    clearInterval(timer)
    serviceWorker.removeEventListener('controllerchange', greet)
    document.removeEventListener('visibilitychange', look)
  }
}
