import type { ProblemCode } from '@streamline/contract'

/**
 * What went wrong and what to do, by the stable code of the API; `offline` and `unknown` are the client's own. What only
 * the screens of accounts can meet stands in `refusals`.
 */
export const problems = {
  'invalid-input': 'Something in the form is not right. Check what is marked.',
  'invalid-date': 'This date does not exist or is out of range.',
  'invalid-terms': 'These terms cannot be billed. Check price, interval and dates.',
  'too-many-periods': 'The start lies too far in the past. Choose a later one.',
  'currency-mismatch': 'The currency differs from what is owed.',
  'missing-rate': 'Write down the exchange rate of that day first.',
  'invalid-rate': 'This is not an exchange rate.',
  'amount-out-of-range': 'The amount is outside what can be recorded.',
  'invalid-split': 'The shares do not add up.',
  'unknown-member': 'That person does not belong to this household.',
  'unknown-line': 'The household has no such number of this kind.',
  'line-taken': 'The household has this number already.',
  'in-use': 'Something still uses it. End or move that first.',
  'date-out-of-range': 'The date is outside the allowed range.',
  'unfit-usage': 'That cannot be noted of this subscription.',
  unauthenticated: 'Sign in first.',
  'wrong-credentials': 'E-mail or password is wrong.',
  'session-ended': 'This session has ended. Sign in again.',
  'csrf-refused': 'The request did not come from this site. Reload the page and try again.',
  forbidden: 'Your role in this household does not allow this.',
  'not-found': 'There is nothing here. It may have been removed.',
  'method-not-allowed': 'This is not offered here.',
  'email-taken': 'An account with this e-mail exists. Sign in instead.',
  'phone-taken': 'An account with this phone number exists.',
  'illegal-transition': 'That is not possible in its present state.',
  'charge-closed': 'This charge is already closed.',
  'old-rate': 'The exchange rate is more than 30 days old. Write down a newer one, or use it on purpose.',
  'same-transfer': 'This transfer may be recorded already.',
  'already-reversed': 'This payment was taken back before.',
  'idempotency-conflict': 'This was sent before with other contents. Try again.',
  'clock-backwards': 'The clock only moves forward.',
  'stale-revision':
    'Somebody changed this meanwhile. The newest state is shown now; please check and try again.',
  'too-large': 'That is too large.',
  'unsupported-media-type': 'Something went wrong while sending. Reload the page.',
  'too-many-requests': 'Too many attempts. Wait a moment and try again.',
  'internal-error': 'Something went wrong on our side. Nothing was changed.',
  unavailable: 'A part of the service is away. Try again shortly.',
  offline: 'No connection to the service. Check the network and try again.',
  unknown: 'Something unexpected happened. Try again.',
} satisfies Partial<Record<ProblemCode | 'offline' | 'unknown', string>>
