import { type Member, useProblemText } from '@streamline/client'
import { useMembers, useMergeMember, useUnmergeMember } from '@streamline/client/households'
import { showToast } from '@streamline/client/toasts'
import { Merge } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'
import { FormError } from '../../design/error-state.tsx'
import { SelectField } from '../../design/field.tsx'

/** Somebody who stands in the list twice is one person again, with the money of both. */
export const MergeSection = ({
  member: { id, name },
  onMerged,
}: {
  member: Member
  onMerged: () => void
}) => {
  const { t } = useTranslation(['people', 'app'])
  const others = (useMembers().data ?? []).filter((other) => other.id !== id)
  const [intoId, setIntoId] = useState('')
  const [asked, setAsked] = useState(false)
  const merge = useMergeMember()
  const unmerge = useUnmergeMember()
  const problem = useProblemText()
  const into = others.find((other) => other.id === intoId)
  if (others.length === 0) return null
  // The sheet is gone by then, so nothing here hears a callback.
  const back = () =>
    unmerge.mutateAsync({ id }).then(
      () => showToast(t('merge.apart', { name, into: into?.name })),
      (error: unknown) => showToast(problem(error), { tone: 'danger' }),
    )
  const go = () =>
    // The sheet of who is not there any more is gone too, so nothing here hears a callback.
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
  return (
    <section className="space-y-3">
      <h3 className="font-bold">{t('merge.title')}</h3>
      <p className="text-sm text-muted">{t('merge.text', { name })}</p>
      <SelectField
        label={t('merge.who', { name })}
        value={intoId}
        onChange={(event) => setIntoId(event.target.value)}
      >
        <option value="">{t('merge.nobody')}</option>
        {others.map((other) => (
          <option key={other.id} value={other.id}>
            {other.name}
          </option>
        ))}
      </SelectField>
      {into === undefined ? null : (
        <>
          <Button
            variant="secondary"
            icon={Merge}
            onClick={() => {
              merge.reset()
              setAsked(true)
            }}
          >
            {t('merge.button', { into: into.name })}
          </Button>
          <ConfirmDialog
            open={asked}
            onOpenChange={setAsked}
            title={t('merge.question', { name, into: into.name })}
            confirmLabel={t('merge.submit')}
            danger
            busy={merge.isPending}
            onConfirm={() => void go()}
          >
            <div className="space-y-3">
              <p className="break-words">{t('merge.warning', { name, into: into.name })}</p>
              <FormError error={merge.error} />
            </div>
          </ConfirmDialog>
        </>
      )}
    </section>
  )
}
