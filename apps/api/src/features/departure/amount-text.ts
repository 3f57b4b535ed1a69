import { majorText, type Money } from '@streamline/domain'

/** `INR 1234.50`: for the detail of a refusal, which is English for everybody. */
export const amountText = ({ amount, currency }: Money): string =>
  `${currency} ${majorText({ amount: Math.abs(amount), currency })}`
