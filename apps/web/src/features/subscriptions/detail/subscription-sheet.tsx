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
  form: Form,
  subscription,
  open,
  onClose,
}: {
  title: string
  form: ComponentType<SubscriptionFormProps>
  subscription: SubscriptionDetail
  open: boolean
  onClose: () => void
}) => (
  <Sheet open={open} onClose={onClose} title={title}>
    <Form subscription={subscription} onDone={onClose} />
  </Sheet>
)
