import { add } from './add.ts'
import { app } from './app.ts'
import { home } from './home.ts'
import { landing } from './landing.ts'
import { money } from './money.ts'
import { problems } from './problems.ts'
import { subscriptions } from './subscriptions.ts'
import { words } from './words.ts'

/** What the apps say in Hindi, but for `account`; loaded only when it is chosen. */
export const hindi = {
  add,
  app,
  home,
  landing,
  money,
  problems,
  subscriptions,
  words,
}
