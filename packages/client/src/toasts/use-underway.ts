import { useProblemText } from '../use-problem-text.ts'
import { useState } from 'react'
import { showToast } from './toast-store.ts'

/** Work of several rows at once, each by its key; what is refused is said. */
export const useUnderway = () => {
  const problemText = useProblemText()
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set())
  const during = async (key: string, work: () => Promise<void>): Promise<void> => {
    setBusy((known) => new Set([...known, key]))
    try {
      await work()
    } catch (error) {
      showToast(problemText(error), { tone: 'danger' })
    } finally {
      setBusy((known) => new Set([...known].filter((other) => other !== key)))
    }
  }
  return { during, isBusy: (key: string | null): boolean => key !== null && busy.has(key) }
}
