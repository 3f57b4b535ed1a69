import { lookOf, maskedLine } from '@streamline/domain'
import type { SubscriptionDocument } from '../subscriptions/subscriptions.service.ts'

/** How a line about a subscription names it. */
export const subjectFieldsOf = ({
  id,
  name,
  kind,
  providerId,
  look,
  brandColor,
  line,
}: SubscriptionDocument) => ({
  subscriptionId: id,
  name,
  kind,
  providerId,
  brandColor,
  look: lookOf(look),
  line: maskedLine(line),
})
