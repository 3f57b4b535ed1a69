import type { PushSubscriptionKeys } from '@streamline/client/identity'
import { readStored, writeStored } from '../../design/stored.ts'

export type PushState = 'unsupported' | 'denied' | 'off' | 'on'

/** Which device of whom this browser is registered as, and when that was said last. */
interface Kept {
  readonly userId: string
  readonly deviceId: string
  readonly at: number
}

const KEY = 'push-device'

export const keptDevice = (): Kept | null => {
  const text = readStored(KEY)
  return text === null ? null : (JSON.parse(text) as Kept)
}

export const keepDevice = (userId: string, deviceId: string): void =>
  writeStored(KEY, JSON.stringify({ userId, deviceId, at: Date.now() }))

const isPushOffered = (): boolean =>
  'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis

/** Nobody has said yes or no to this site. */
export const isUnasked = (): boolean => isPushOffered() && Notification.permission === 'default'

/** By what the browser says; whether the server knows of it is the list's to say. */
export const readPushState = async (): Promise<PushState> => {
  if (!isPushOffered()) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  const registration = await navigator.serviceWorker.getRegistration()
  if (registration === undefined) return 'unsupported'
  return (await registration.pushManager.getSubscription()) === null ? 'off' : 'on'
}

const bytesOf = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.replaceAll('-', '+').replaceAll('_', '/')), (one) => one.charCodeAt(0))

const isFor = (subscription: PushSubscription, key: Uint8Array): boolean => {
  const theirs = subscription.options.applicationServerKey
  return theirs !== null && String(new Uint8Array(theirs)) === String(key)
}

/** Asks the person where nobody has; rejects where they say no. One that was made for another key is made anew. */
export const subscribeBrowser = async (publicKey: string): Promise<PushSubscriptionKeys> => {
  const { pushManager } = await navigator.serviceWorker.ready
  const key = bytesOf(publicKey)
  const known = await pushManager.getSubscription()
  if (known !== null && !isFor(known, key)) await known.unsubscribe()
  const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  const { endpoint = '', keys = {} } = made.toJSON()
  const { p256dh = '', auth = '' } = keys
  return { endpoint, p256dh, auth }
}

export const unsubscribeBrowser = async (): Promise<void> => {
  writeStored(KEY, null)
  const registration = await navigator.serviceWorker.getRegistration()
  await (await registration?.pushManager.getSubscription())?.unsubscribe()
}
