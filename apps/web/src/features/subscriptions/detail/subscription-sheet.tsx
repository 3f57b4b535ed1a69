import type { SubscriptionDetail } from '@streamline/client'
import type { ComponentType } from 'react'
import { Sheet } from '../../../design/sheet.tsx'

export interface SubscriptionFormProps {
  subscription: SubscriptionDetail
  onDone: () => void
}

/** One thing to do with the subscription on screen. */
export const SubscriptionSheet = ({
  title,
  lead,
  form: Form,
  subscription,
  open,
  onClose,
}: {
  title: string
  lead?: string | undefined
  form: ComponentType<SubscriptionFormProps>
  subscription: SubscriptionDetail
  open: boolean
  onClose: () => void
}) => (
  <Sheet open={open} onClose={onClose} title={title} lead={lead}>
    <Form subscription={subscription} onDone={onClose} />
  </Sheet>
)
