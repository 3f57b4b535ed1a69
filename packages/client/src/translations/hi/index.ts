import { add } from './add.ts'
import { app } from './app.ts'
import { auth } from './auth.ts'
import { home } from './home.ts'
import { landing } from './landing.ts'
import { money } from './money.ts'
import { problems } from './problems.ts'
import { settings } from './settings.ts'
import { subscriptions } from './subscriptions.ts'
import { welcome } from './welcome.ts'
import { words } from './words.ts'

/** Every text of the apps in Hindi; loaded only when it is chosen. */
export const hindi = {
  add,
  app,
  auth,
  home,
  landing,
  money,
  problems,
  settings,
  subscriptions,
  welcome,
  words,
}
