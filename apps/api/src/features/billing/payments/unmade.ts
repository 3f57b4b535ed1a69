import type { PaymentRow } from './payment.repository.ts'

/** Nobody paid it: it was assumed and never confirmed, or it came with an act that is taken back. */
export const isUnmade = (
  { id, entry, assumed, reversedBy }: PaymentRow,
  confirmed: ReadonlySet<string>,
  takesBack: readonly string[],
): boolean =>
  entry === 'payment' && reversedBy === null && ((assumed && !confirmed.has(id)) || takesBack.includes(id))
