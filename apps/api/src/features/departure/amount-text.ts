import { currencyExponent, type Money } from '@streamline/domain'

/** `INR 1234.50`: for the detail of a refusal, which is English for everybody. */
export const amountText = ({ amount, currency }: Money): string => {
  const exponent = currencyExponent(currency)
  return `${currency} ${(Math.abs(amount) / 10 ** exponent).toFixed(exponent)}`
}
