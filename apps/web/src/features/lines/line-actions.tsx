import { type LineDetail, useHousehold, useProblemText } from '@streamline/client'
import { lineTitle, useRemoveLine } from '@streamline/client/lines'
import { showToast } from '@streamline/client/toasts'
import { useNavigate } from '@tanstack/react-router'
import { ArrowRightLeft, Pencil, Plus, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { ConfirmDialog } from '../../design/confirm-dialog.tsx'

export type LineSheet = 'edit' | 'move'

const Removal = ({ line }: { line: LineDetail }) => {
  const { t } = useTranslation('lines')
  const problem = useProblemText()
  const navigate = useNavigate()
  const remove = useRemoveLine()
  const [asked, setAsked] = useState(false)
  const name = lineTitle(line)
  const go = () =>
    // The page of what is gone is gone too, so nothing here hears a callback.
    remove.mutateAsync(line.id).then(
      () => {
        showToast(t('removed', { name }))
        return navigate({ to: '/subscriptions/numbers', replace: true })
      },
      (error: unknown) => {
        setAsked(false)
        showToast(problem(error), { tone: 'danger' })
      },
    )
  return (
    <>
      <Button variant="danger" icon={Trash2} onClick={() => setAsked(true)}>
        {t('remove')}
      </Button>
      <ConfirmDialog
        open={asked}
        onOpenChange={setAsked}
        title={t('removeTitle', { name })}
        confirmLabel={t('remove')}
        danger
        busy={remove.isPending}
        onConfirm={() => void go()}
      >
        {t('removeText')}
      </ConfirmDialog>
    </>
  )
}

/** What is done to a number: another provider on it, put right, taken away. */
export const LineActions = ({ line, onOpen }: { line: LineDetail; onOpen: (sheet: LineSheet) => void }) => {
  const { t } = useTranslation('lines')
  const { role } = useHousehold()
  const { id, kind, runs, last, mayManage, mayRemove } = line
  const served = runs.length > 0 || last !== null
  return (
    <div className="flex flex-wrap gap-2">
      {role === 'viewer' ? null : served ? (
        <Button icon={ArrowRightLeft} onClick={() => onOpen('move')}>
          {t('move')}
        </Button>
      ) : (
        <ButtonLink to="/add" search={{ kind, line: id }} icon={Plus}>
          {t('add')}
        </ButtonLink>
      )}
      {mayManage ? (
        <Button variant="secondary" icon={Pencil} onClick={() => onOpen('edit')}>
          {t('edit')}
        </Button>
      ) : null}
      {mayRemove ? <Removal line={line} /> : null}
    </div>
  )
}
