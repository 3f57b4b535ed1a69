import type { FormEvent, ReactNode } from 'react'
import { Button } from './button.tsx'
import { FormError } from './error-state.tsx'
import { SheetActions } from './sheet-actions.tsx'

/** The form of a sheet: its fields, what was refused, and the buttons in sight. While it is sent it is not sent again. */
export const SheetForm = ({
  label,
  busy,
  error,
  danger = false,
  roomy = false,
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
  /** A way back inside the same sheet. */
  back?: { label: string; onBack: () => void }
  /** Stays in sight above the buttons: what sending it would do. */
  foot?: ReactNode
  onSubmit: () => void
  children: ReactNode
}) => {
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (!busy) onSubmit()
  }
  const width = back ? 'max-wide:grow' : 'max-wide:w-full'
  return (
    <form onSubmit={submit} noValidate className={roomy ? 'space-y-6' : 'space-y-5'}>
      {children}
      <FormError error={error} />
      <SheetActions>
        {foot}
        {back ? (
          <Button variant="secondary" onClick={back.onBack} className={width}>
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
