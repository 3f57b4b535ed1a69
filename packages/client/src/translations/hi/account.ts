import { administration } from './administration.ts'
import { auth } from './auth.ts'
import { entry } from './entry.ts'
import { households } from './households.ts'
import { people } from './people.ts'
import { refusals } from './refusals.ts'
import { security } from './security.ts'
import { settings } from './settings.ts'
import { visit } from './visit.ts'
import { welcome } from './welcome.ts'

/** What the screens of accounts and settings say in Hindi; it is fetched with the first of them. */
export const account = {
  administration,
  auth,
  entry,
  households,
  people,
  refusals,
  security,
  settings,
  visit,
  welcome,
}
