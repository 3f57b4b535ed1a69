import type { ReactNode } from 'react'
import { View } from 'react-native'
import { Button } from './button.tsx'
import { FormError } from './error-state.tsx'
import { Sheet } from './sheet.tsx'

/** A form on a sheet: its button stands at the thumb, above the keyboard, with what was refused. */
export const SheetForm = ({
  title,
  lead,
  label,
  isDangerous = false,
  busy,
  error,
  foot,
  onBack,
  onClose,
  onSubmit,
  children,
}: {
  title: string
  lead?: string | undefined
  /** Of the button. */
  label: string
  isDangerous?: boolean
  busy: boolean
  error: unknown
  /** Above the button, in sight while the form is filled in: what it comes to. */
  foot?: ReactNode
  onBack?: (() => void) | undefined
  onClose: () => void
  onSubmit: () => void
  children: ReactNode
}) => (
  <Sheet
    open
    title={title}
    lead={lead}
    onClose={onClose}
    onBack={onBack}
    dock={
      <View className="gap-3">
        {foot}
        <FormError error={error} />
        <Button size="lg" variant={isDangerous ? 'danger' : 'primary'} busy={busy} onPress={onSubmit}>
          {label}
        </Button>
      </View>
    }
  >
    {children}
  </Sheet>
)
