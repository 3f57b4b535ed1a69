import { useTranslation } from 'react-i18next'
import type { UsageReading } from '../answers.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useCorrectUsage, useRecordUsage } from './usage.queries.ts'

type Noting = Parameters<ReturnType<typeof useRecordUsage>['mutateAsync']>[0]

/** Noting and removing without a form, each with its way back; what is refused is said. */
export const useUsageActs = () => {
  const undo = useTranslation('app').t('actions.undo')
  const problem = useProblemText()
  const record = useRecordUsage()
  const correct = useCorrectUsage()

  const put = async ({ id, revision }: UsageReading, change: Omit<Partial<UsageReading>, 'id'>) => {
    try {
      const { on, covers, amount, removed } = change
      return await correct.mutateAsync({ id, revision, on, covers, amount, removed })
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
      return null
    }
  }

  /** Says what was done; the button of the message takes it back. */
  const say = (text: string, newest: UsageReading, back: Omit<Partial<UsageReading>, 'id'>): void =>
    showToast(text, { action: { label: undo, run: () => void put(newest, back) } })

  return {
    busy: record.isPending || correct.isPending,
    say,
    note: async (noting: Noting, text: string): Promise<void> => {
      try {
        const noted = await record.mutateAsync(noting)
        if (noted !== null) say(text, noted, { removed: true })
      } catch (error) {
        showToast(problem(error), { tone: 'danger' })
      }
    },
    remove: async (reading: UsageReading, text: string): Promise<void> => {
      const newest = await put(reading, { removed: true })
      if (newest !== null) say(text, newest, { removed: false })
    },
  }
}
