import { type Api, dayIn, type Keeping, loadDeviceTexts, type Me } from '@streamline/client'
import type { Outbox } from '@streamline/client/outbox'
import { showToast } from '@streamline/client/toasts'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { readStored } from '../../design/stored.ts'

export interface KeptContext {
  readonly api: Api
  readonly queries: QueryClient
  readonly texts: i18n
}

let outbox: Promise<Outbox> | null = null

/** What keeps acts is fetched when something is to be kept, or waits. */
export const outboxOf = ({ api, queries }: Omit<KeptContext, 'texts'>): Promise<Outbox> => {
  outbox ??= import('./waiting-acts.ts').then(({ openOutbox }) => openOutbox(api, queries))
  return outbox
}

/** Sends what waits, and says how much of it arrived. */
export const sendWaiting = async (context: KeptContext): Promise<void> => {
  const { sent } = await (await outboxOf(context)).sendAll()
  if (sent === 0) return
  await loadDeviceTexts(context.texts)
  showToast(context.texts.t('device:kept.sent', { count: sent }))
  await context.queries.invalidateQueries({ queryKey: ['households'] })
}

/** How this browser keeps what is entered while nobody answers. */
export const createKeeping = (contextOf: () => KeptContext): Keeping => ({
  isOffline: () => !navigator.onLine,
  now: () => Date.now(),
  today: () => {
    const { households = [] } = contextOf().queries.getQueryData<Me>(['me']) ?? {}
    const chosen = readStored('household')
    const household = households.find(({ id }) => id === chosen) ?? households[0]
    return dayIn(household?.timeZone ?? 'Asia/Kolkata', Date.now())
  },
  keep: async (act) => {
    const context = contextOf()
    await (await outboxOf(context)).keep(act)
    await loadDeviceTexts(context.texts)
    showToast(context.texts.t('device:kept.said'))
  },
})
