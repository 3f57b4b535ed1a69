import type { ActInputOf } from './acts.queries.ts'

/** Added by mistake; why may stay empty. */
export const withdrawal = (reason: string): ActInputOf<'withdraw'> => ({
  kind: 'withdraw',
  ...(reason.trim() === '' ? {} : { reason: reason.trim() }),
})
