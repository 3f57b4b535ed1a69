import { useNextMessages } from '@streamline/client/notifications'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useShownActs } from '../kept/kept-context.ts'
import { forgetReminders, planReminders } from './plan-reminders.ts'
import { seenCharges, settledIds } from './seen-charges.ts'
import { useNoticesState } from './use-notices.ts'

/** Keeps what the phone will say by itself with what it saw last, and with what was paid here since. */
export const usePlannedReminders = (): void => {
  const queries = useQueryClient()
  const asOf = useNextMessages().dataUpdatedAt
  const acts = useShownActs()
  const state = useNoticesState().data
  const isOn = state?.isOn
  useEffect(() => {
    if (isOn === undefined) return
    const work = isOn
      ? planReminders(queries, settledIds(acts, seenCharges(queries)), Math.max(asOf, Date.now()))
      : forgetReminders()
    void work.catch(() => null)
  }, [queries, asOf, acts, isOn])
}
