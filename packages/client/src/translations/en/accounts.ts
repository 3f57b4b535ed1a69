import { administration } from './administration.ts'
import { identity } from './identity.ts'
import { households } from './households.ts'
import { notifications } from './notifications.ts'
import { people } from './people.ts'
import { refusals } from './refusals.ts'
import { account } from './account.ts'
import { settings } from './settings.ts'
import { visit } from './visit.ts'
import { welcome } from './welcome.ts'

/** What the screens of accounts and settings say; it is fetched with the first of them. */
export const accounts = {
  account,
  administration,
  households,
  identity,
  notifications,
  people,
  refusals,
  settings,
  visit,
  welcome,
}
