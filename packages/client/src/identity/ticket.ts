import type { SecondFactor } from '../answers.ts'
import { ownPath } from './own-path.ts'

const known = ['totp', 'recoveryCode', 'passkey'] as const

export interface Ticket extends SecondFactor {
  next?: string | undefined
}

/** The second step of a sign-in that came back from another service: `#ticket=…&methods=totp,…&next=…`. */
export const ticketOf = (fragment: string): Ticket | null => {
  const given = new URLSearchParams(fragment.replace(/^#/, ''))
  const ticket = given.get('ticket')
  const named = new Set((given.get('methods') ?? '').split(','))
  const methods = known.filter((method) => named.has(method))
  if (!ticket || methods.length === 0) return null
  return { ticket, methods, next: ownPath(given.get('next')) }
}
