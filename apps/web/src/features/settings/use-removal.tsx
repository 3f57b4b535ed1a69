import { showToast } from '@streamline/client/toasts'
import { useState, type ReactNode } from 'react'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'

interface Remove {
  error: unknown
  isPending: boolean
  variables: { id: string } | undefined
  mutate: (input: { id: string }, options: { onSuccess: () => void }) => void
}

/** What is asked before a kept thing goes, and what is said when it went. */
interface Words<Item> {
  title: (item: Item) => string
  text: string
  confirm: string
  done: string
}

/** A kept thing goes after a question: `ask` opens it, `dialog` and `problem` are put where they belong. */
export const useRemoval = <Item extends { id: string }>(remove: Remove, words: Words<Item>) => {
  const [asked, setAsked] = useState<Item | null>(null)
  const go = (): void => {
    setAsked(null)
    if (asked) remove.mutate({ id: asked.id }, { onSuccess: () => showToast(words.done) })
  }
  const problem: ReactNode = remove.error ? (
    <div className="px-5 pb-4 wide:px-6">
      <FormError error={remove.error} />
    </div>
  ) : null
  const dialog: ReactNode = (
    <ConfirmDialog
      open={asked !== null}
      onOpenChange={(open) => (open ? undefined : setAsked(null))}
      title={asked ? words.title(asked) : words.confirm}
      confirmLabel={words.confirm}
      danger
      onConfirm={go}
    >
      {words.text}
    </ConfirmDialog>
  )
  const isBusy = ({ id }: Item): boolean => remove.isPending && remove.variables?.id === id
  return { ask: setAsked, isBusy, problem, dialog }
}
