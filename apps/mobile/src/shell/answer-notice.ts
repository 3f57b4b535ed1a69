import { dayIn, type Me } from '@streamline/client'
import { actOnPush } from '@streamline/client/notifications'
import { CryptoDigestAlgorithm, digestStringAsync } from 'expo-crypto'
import type { Answered } from '../features/notifications/notices'
import { notices } from '../features/notifications/notices'
import { putOff } from '../features/notifications/put-off.ts'
import { seenCharges } from '../features/notifications/seen-charges.ts'
import type { Connection } from './connection.ts'

/** The same text gives the same key, in the form in which keys are given. */
const keyOf = async (text: string): Promise<string> => {
  const hex = await digestStringAsync(CryptoDigestAlgorithm.SHA256, text)
  const parts = [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`]
  return [...parts, hex.slice(20, 32)].join('-')
}

/** Does what a button of a message says, whether the app is open or not; answers where to go where it cannot be done from there. */
export const answerNotice = async (connection: Connection, answered: Answered): Promise<string | null> => {
  const { button, data } = answered
  if (button === null) return data.path
  const { api, queries, kept } = connection
  const me = queries.getQueryData<Me>(['me'])
  const household = me?.households.find(({ id }) => id === data.about?.householdId)
  const now = Date.now()
  const outcome = await actOnPush(button, data, {
    client: api.client,
    keep: (act) => kept.outbox.keep(act),
    sendAll: () => kept.outbox.sendAll(),
    seenCharges: () => seenCharges(queries),
    today: dayIn(household?.timeZone ?? 'Asia/Kolkata', now),
    now,
    keyOf,
    // The headline begins with the name of what it is about.
    nameOf: () => answered.title.split(':')[0]?.trim() || null,
  })
  if (outcome === 'open') return data.path
  await notices.dismiss(data.tag)
  if (outcome === 'later') await putOff(answered, now)
  return null
}
