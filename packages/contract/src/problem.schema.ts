import * as z from 'zod'
import { calendarDateSchema, idSchema, moneySchema } from './value.schema.ts'

/**
 * Every expected refusal of the API: its stable code, its HTTP status and its English title.
 * Clients switch on the code (RFC 9457 `code` member), never on the text.
 */
export const problems = {
  'invalid-input': { status: 400, title: 'The request does not have the expected form' },
  'invalid-date': { status: 422, title: 'This date does not exist or is out of range' },
  'invalid-terms': { status: 422, title: 'These terms cannot be billed' },
  'too-many-periods': { status: 422, title: 'The start lies too many periods in the past' },
  'currency-mismatch': { status: 422, title: 'The currency differs from what is owed' },
  'missing-rate': { status: 422, title: 'There is no exchange rate for that day yet' },
  'invalid-rate': { status: 422, title: 'This is not an exchange rate' },
  'amount-out-of-range': { status: 422, title: 'The amount is outside what can be recorded' },
  'invalid-split': { status: 422, title: 'The shares do not add up' },
  'unknown-member': { status: 422, title: 'That person does not belong to this household' },
  'unknown-line': { status: 422, title: 'The household has no such number' },
  'date-out-of-range': { status: 422, title: 'The date is outside the allowed range' },
  'unfit-usage': { status: 422, title: 'That cannot be noted of this subscription' },
  unauthenticated: { status: 401, title: 'Sign in first' },
  'wrong-credentials': { status: 401, title: 'E-mail or password is wrong' },
  'session-ended': { status: 401, title: 'This session has ended, sign in again' },
  'second-factor-failed': { status: 401, title: 'The code or passkey was not accepted' },
  'identity-refused': { status: 401, title: 'The other service did not say who you are' },
  'identity-taken': { status: 409, title: 'That account is linked to somebody else here' },
  'fresh-sign-in-needed': { status: 403, title: 'Confirm that it is you first' },
  'email-not-verified': { status: 403, title: 'Verify your e-mail first' },
  'not-offered': { status: 404, title: 'This installation does not offer that' },
  'link-expired': { status: 422, title: 'This link or code is no longer valid' },
  'password-too-common': { status: 422, title: 'This password is on the lists that attackers try first' },
  'passkey-refused': { status: 422, title: 'The passkey was not accepted' },
  'too-many-kept': { status: 409, title: 'There are too many of these already' },
  'sole-owner': { status: 409, title: 'Your household needs another owner first' },
  'already-member': { status: 409, title: 'This person belongs to the household already' },
  'open-balance': { status: 409, title: 'There is an open balance' },
  'others-remain': { status: 409, title: 'Others with an account still belong to it' },
  'last-way-in': { status: 409, title: 'This is the only way left to sign in' },
  'already-on': { status: 409, title: 'This is already switched on' },
  'csrf-refused': { status: 403, title: 'The request did not come from this site' },
  forbidden: { status: 403, title: 'Your role does not allow this' },
  'not-found': { status: 404, title: 'There is nothing here' },
  'method-not-allowed': { status: 405, title: 'This method is not offered here' },
  'email-taken': { status: 409, title: 'An account with this e-mail exists' },
  'phone-taken': { status: 409, title: 'An account with this phone number exists' },
  'illegal-transition': { status: 409, title: 'That is not possible in this state' },
  'rests-on-it': { status: 409, title: 'Something that happened later rests on it' },
  'line-taken': { status: 409, title: 'The household has this number already' },
  'in-use': { status: 409, title: 'Something still uses it' },
  'charge-closed': { status: 409, title: 'This charge is already closed' },
  'old-rate': { status: 409, title: 'The exchange rate is more than 30 days old' },
  'same-transfer': { status: 409, title: 'This transfer may be recorded already' },
  'already-reversed': { status: 409, title: 'This payment was reversed before' },
  'idempotency-conflict': { status: 409, title: 'This key was used with another body' },
  'clock-backwards': { status: 409, title: 'The clock only moves forward' },
  'stale-revision': { status: 412, title: 'It was changed meanwhile' },
  'too-large': { status: 413, title: 'The request is too large' },
  'unsupported-media-type': { status: 415, title: 'Send application/json' },
  'too-many-requests': { status: 429, title: 'Too many attempts, wait a moment' },
  'internal-error': { status: 500, title: 'Something went wrong on our side' },
  unavailable: { status: 503, title: 'A part of the service is away, try again shortly' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemCode = keyof typeof problems

/** One offending place in the request: an RFC 6901 pointer into the body, or `/query/x`, `/path/x`, `/header/x`. */
export const problemPlaceSchema = z.strictObject({ pointer: z.string(), message: z.string() })

/** What somebody would still owe of a charge that nobody has paid in full. */
export const unpaidShareSchema = z.strictObject({
  chargeId: idSchema,
  subscriptionName: z.string(),
  dueOn: calendarDateSchema,
  amount: moneySchema,
})

/** A transfer between two members that the one being recorded may be. */
export const likelyTransferSchema = z.strictObject({
  id: idSchema,
  recordedBy: idSchema,
  recordedByName: z.string(),
  amount: moneySchema,
  settledOn: calendarDateSchema,
  reference: z.string().nullable(),
  state: z.enum(['recorded', 'confirmed']),
  mayConfirm: z.boolean(),
})

/** RFC 9457 problem details, sent as `application/problem+json` with every 4xx and 5xx. */
export const problemSchema = z.object({
  type: z.string().describe('URI of the documentation of this code'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string().describe('Stable; switch on this'),
  errors: z.array(problemPlaceSchema).optional(),
  current: z.unknown().optional().describe('The current state, with 412'),
  openBalances: z
    .array(moneySchema)
    .optional()
    .describe(
      'With `open-balance`: what stands between them and the others once they have left, positive is owed to them',
    ),
  unpaidShares: z
    .array(unpaidShareSchema)
    .optional()
    .describe('With `open-balance`: their parts in what is not paid yet, by the day until they leave'),
  likelyTransfer: likelyTransferSchema
    .optional()
    .describe('With `same-transfer`: what is recorded already; confirm it, or say `another`'),
  requestId: z.string(),
})

export type Problem = z.infer<typeof problemSchema>
