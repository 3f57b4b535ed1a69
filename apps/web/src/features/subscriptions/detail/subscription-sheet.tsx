import type { SubscriptionDetail } from '@streamline/client'
import type { ComponentType } from 'react'
import type { SheetName } from './sheet-name.ts'
import { Sheet } from '../../../design/sheet.tsx'

export interface SubscriptionFormProps {
  subscription: SubscriptionDetail
  onDone: () => void
  /** Goes on with another thing, once this one is done. */
  onNext: (sheet: SheetName) => void
}

/** One thing to do with the subscription on screen. */
export const SubscriptionSheet = ({
  title,
  lead,
  form: Form,
  subscription,
  open,
  onClose,
  onNext,
}: {
  title: string
  lead?: string | undefined
  form: ComponentType<SubscriptionFormProps>
  subscription: SubscriptionDetail
  open: boolean
  onClose: () => void
  onNext: (sheet: SheetName) => void
}) => (
  <Sheet open={open} onClose={onClose} title={title} lead={lead}>
    <Form subscription={subscription} onDone={onClose} onNext={onNext} />
  </Sheet>
)
