import { dayIn, type createReach, type Keeping, type Me } from '@streamline/client'
import { showToast } from '@streamline/client/toasts'
import type { QueryClient } from '@tanstack/react-query'
import type { i18n } from 'i18next'
import { readStored } from '../../design/stored.ts'
import type { PhoneOutbox } from './phone-outbox.ts'

/** How this phone keeps what is entered while nobody answers. */
export const createKeeping = ({
  outbox,
  reach,
  queries,
  texts,
}: {
  outbox: PhoneOutbox
  reach: ReturnType<typeof createReach>
  queries: QueryClient
  texts: i18n
}): Keeping => ({
  isOffline: reach.isAway,
  now: () => Date.now(),
  today: () => {
    const { households = [] } = queries.getQueryData<Me>(['me']) ?? {}
    const chosen = readStored('household')
    const household = households.find(({ id }) => id === chosen) ?? households[0]
    return dayIn(household?.timeZone ?? 'Asia/Kolkata', Date.now())
  },
  keep: async (act) => {
    await outbox.keep(act)
    showToast(texts.t('device:kept.said'))
  },
})

/** Sends what waits, and says how much of it arrived. */
export const sendWaiting = async (outbox: PhoneOutbox, queries: QueryClient, texts: i18n): Promise<void> => {
  const { sent } = await outbox.sendAll()
  if (sent === 0) return
  showToast(texts.t('device:kept.sent', { count: sent }))
  await queries.invalidateQueries({ queryKey: ['households'] })
}
