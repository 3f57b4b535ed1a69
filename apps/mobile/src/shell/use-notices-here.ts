import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'expo-router'
import { useEffect } from 'react'
import type { Answered } from '../features/notifications/notices'
import { notices } from '../features/notifications/notices'
import { noteTold } from '../features/notifications/told.ts'
import { usePreparedNotices } from '../features/notifications/use-notices.ts'
import { usePlannedReminders } from '../features/notifications/use-planned-reminders.ts'
import { answerNotice } from './answer-notice.ts'
import { connectionAtHand } from './at-hand.ts'

/** What is said outside the app leads into it: to its screen, or to what its button says, however the app was found. */
export const useNoticesHere = (): void => {
  const router = useRouter()
  const queries = useQueryClient()
  usePreparedNotices()
  usePlannedReminders()
  useEffect(() => {
    const answer = async (answered: Answered): Promise<void> => {
      const connection = await connectionAtHand()
      if (connection === null) return
      const path = await answerNotice(connection, answered)
      if (path !== null) router.navigate(path)
      else await queries.invalidateQueries({ queryKey: ['households'] })
    }
    const opened = notices.openedBy()
    if (opened !== null) void answer(opened).catch(() => null)
    const stopAnswers = notices.onAnswered((answered) => void answer(answered).catch(() => null))
    const stopCame = notices.onCame(({ tag }) => {
      void noteTold(tag, Date.now())
        .then(() => notices.cancel(tag))
        .then(() => queries.invalidateQueries({ queryKey: ['households'] }))
        .catch(() => null)
    })
    return () => {
      stopAnswers()
      stopCame()
    }
  }, [router, queries])
}
