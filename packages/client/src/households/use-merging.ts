import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Member } from '../answers.ts'
import { useFormat } from '../format/format.ts'
import { showToast } from '../toasts/toast-store.ts'
import { useProblemText } from '../use-problem-text.ts'
import { useMembers, useMergeMember, useMergings, useUnmergeMember } from './members.queries.ts'
import { usePeople } from './people.ts'

/** Somebody who stands in the list twice is one person again, with the money of both; with the way back. */
export const useMerging = ({ id, name }: Pick<Member, 'id' | 'name'>, onMerged: () => void) => {
  const { t } = useTranslation(['people', 'app'])
  const others = (useMembers().data ?? []).filter((other) => other.id !== id)
  const [intoId, choose] = useState('')
  const merge = useMergeMember()
  const unmerge = useUnmergeMember()
  const problem = useProblemText()
  const into = others.find((other) => other.id === intoId)
  // The sheet of who is not there any more is gone by then, so nothing here hears a callback.
  const back = (): Promise<void> =>
    unmerge.mutateAsync({ id }).then(
      () => showToast(t('merge.apart', { name, into: into?.name })),
      (error: unknown) => showToast(problem(error), { tone: 'danger' }),
    )
  const submit = (): Promise<null> =>
    merge.mutateAsync({ id, into: intoId }).then(
      () => {
        showToast(t('merge.done', { name, into: into?.name }), {
          action: { label: t('app:actions.undo'), run: () => void back() },
        })
        onMerged()
        return null
      },
      () => null,
    )
  return {
    others,
    intoId,
    choose,
    /** Undefined until somebody is chosen. */
    into,
    error: merge.error,
    busy: merge.isPending,
    /** What was refused before does not stand in the question. */
    begin: (): void => merge.reset(),
    submit: (): void => void submit(),
  }
}

/** Entries that became this person, each with the way back. */
export const useMerged = ({ id, name: into }: Pick<Member, 'id' | 'name'>) => {
  const { t } = useTranslation('people')
  const format = useFormat()
  const { nameOf } = usePeople()
  const unmerge = useUnmergeMember()
  return {
    error: unmerge.error,
    busy: unmerge.isPending,
    rows: (useMergings(true).data ?? [])
      .filter(({ intoId }) => intoId === id)
      .map(({ memberId, on }) => ({
        id: memberId,
        text: t('merge.merged', { name: nameOf(memberId), into, date: format.date(on) }),
        label: t('merge.unmerge', { name: nameOf(memberId) }),
        unmerge: (): void =>
          unmerge.mutate(
            { id: memberId },
            { onSuccess: ({ name }) => showToast(t('merge.apart', { name, into })) },
          ),
      })),
  }
}
