import type { ProblemCode } from '@streamline/contract'
import type { problems } from './problems.ts'

/** What went wrong with an account; the rest stands in `problems`, which every screen needs. */
export const refusals = {
  'second-factor-failed': 'That was not accepted. Check the code or try another way.',
  'identity-refused': 'The other service did not say who you are. Try again.',
  'identity-taken': 'That account is linked to somebody else here.',
  'fresh-sign-in-needed': 'You did not confirm that it is you. Nothing was changed.',
  'email-not-verified': 'Verify your e-mail first.',
  'not-offered': 'This installation does not offer that.',
  'link-expired': 'This link or code is no longer valid. Ask for a new one.',
  'password-too-common': 'This password is on the lists that attackers try first. Choose another one.',
  'passkey-refused': 'The passkey was not accepted. Try again.',
  'too-many-kept': 'There are too many of these already. Remove one first.',
  'sole-owner': 'Somebody else must own the household first. Make another member an owner.',
  'already-member': 'This person belongs to the household already.',
  'open-balance':
    'Something is still owed, or a share is not paid yet. Settle it first, or leave it in the ledger by name.',
  'others-remain': 'Others with an account still belong to the household. Hand it over or remove them first.',
  'last-way-in': 'This is the only way left to sign in. Add another one first.',
  'already-on': 'This is already switched on.',
  'rests-on-it': 'Something that happened later rests on it. Take that back first.',
  'passkey-unused': 'The device gave no passkey. Try again or choose another way.',
} satisfies Record<Exclude<ProblemCode, keyof typeof problems> | 'passkey-unused', string>
