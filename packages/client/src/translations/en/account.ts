import { administration } from './administration.ts'
import { entry } from './entry.ts'
import { refusals } from './refusals.ts'
import { security } from './security.ts'

/** What the screens of accounts say; it is fetched with the first of them. */
export const account = { administration, entry, refusals, security }
