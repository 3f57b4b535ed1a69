import type { Locale } from '../../../platform/mail/letter.ts'

/** Where a letter goes, and in which language. */
export interface Addressee {
  email: string
  locale: Locale | null
}
