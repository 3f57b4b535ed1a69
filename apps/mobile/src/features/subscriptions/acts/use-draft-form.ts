import { useState } from 'react'

/** A form that is filled in: its rules speak once it was sent, and nothing is sent while one of them is broken. */
export const useDraftForm = <Draft extends object, Problem extends string>(
  first: Draft | (() => Draft),
  problemsOf: (draft: Draft) => Partial<Record<string, Problem>>,
  say: (problem: Problem) => string,
) => {
  const [form, setForm] = useState<Draft>(first)
  const [sent, setSent] = useState(false)
  const problems = problemsOf(form)
  return {
    form,
    setForm,
    set: (change: Partial<Draft>): void => setForm((known) => ({ ...known, ...change })),
    problemAt: (field: string): string | undefined => {
      const problem = sent ? problems[field] : undefined
      return problem === undefined ? undefined : say(problem)
    },
    send: (run: () => void): void => {
      setSent(true)
      if (Object.values(problems).every((problem) => problem === undefined)) run()
    },
  }
}
