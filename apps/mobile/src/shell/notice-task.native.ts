import { registerTaskAsync } from 'expo-notifications'
import { defineTask } from 'expo-task-manager'
import { answeredIn, dataOfMessage } from '../features/notifications/answered-in.ts'
import { notices } from '../features/notifications/notices'
import { planReminders } from '../features/notifications/plan-reminders.ts'
import { seenCharges, settledIds } from '../features/notifications/seen-charges.ts'
import { noteTold } from '../features/notifications/told.ts'
import { answerNotice } from './answer-notice.ts'
import { connectionAtHand } from './at-hand.ts'

const name = 'streamline.notices'

/** A message came: the phone need not say by itself what it says. */
const noteCame = async (tag: string): Promise<void> => {
  const now = Date.now()
  await noteTold(tag, now)
  await notices.cancel(tag)
  const connection = await connectionAtHand()
  if (connection === null) return
  const { queries, kept } = connection
  await planReminders(queries, settledIds(kept.outbox.shown.acts(), seenCharges(queries)), now)
}

/** What happens to messages while no screen of the app is there: this must be known before anything is drawn. */
export const registerNoticeTask = (): void => {
  defineTask(name, async ({ data }) => {
    const answered = answeredIn(data)
    if (answered !== null) {
      const connection = answered.button === null ? null : await connectionAtHand()
      if (connection !== null) await answerNotice(connection, answered)
      return
    }
    const message = dataOfMessage(data)
    if (message !== null) await noteCame(message.tag)
  })
  void registerTaskAsync(name).catch(() => null)
}
