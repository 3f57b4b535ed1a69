import { useContext, type FormEvent, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { FormError } from './error-state.tsx'
import { RestoredNote } from './restored-note.tsx'
import { SheetActions } from './sheet-actions.tsx'
import { SheetTyping } from './use-sheet-leaving.ts'

/** The form of a sheet: its fields, what was refused, and the buttons in sight. While it is sent it is not sent again. */
export const SheetForm = ({
  label,
  busy,
  error,
  danger = false,
  roomy = false,
  kept,
  back,
  foot,
  onSubmit,
  children,
}: {
  /** Of the button that sends it. */
  label: string
  busy: boolean
  /** A refusal that belongs to no field. */
  error: unknown
  danger?: boolean
  /** More room between parts that are forms of their own. */
  roomy?: boolean
  /** Of `useKeptForm`: says where it holds what was typed before a reload. */
  kept?: { isRestored: boolean; startOver: () => void }
  /** A way back inside the same sheet. */
  back?: { label: string; onBack: () => void }
  /** Stays in sight above the buttons: what sending it would do. */
  foot?: ReactNode
  onSubmit: () => void
  children: ReactNode
}) => {
  const { leaveFor } = useContext(SheetTyping)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  const width = back ? 'max-wide:grow' : 'max-wide:w-full'
  return (
    <form onSubmit={submit} noValidate className={roomy ? 'space-y-6' : 'space-y-5'}>
      {kept?.isRestored ? <RestoredNote onStartOver={kept.startOver} /> : null}
      {children}
      <FormError error={error} />
      <SheetActions>
        {foot}
        {back ? (
          <Button variant="secondary" onClick={() => leaveFor(back.onBack)} className={width}>
            {back.label}
          </Button>
        ) : null}
        <Button type="submit" variant={danger ? 'danger' : 'primary'} busy={busy} className={width}>
          {label}
        </Button>
      </SheetActions>
    </form>
  )
}
