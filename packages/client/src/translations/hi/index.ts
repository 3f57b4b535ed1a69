import { add } from './add.ts'
import { app } from './app.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { landing } from './landing.ts'
import { money } from './money.ts'
import { problems } from './problems.ts'
import { split } from './split.ts'
import { subscriptions } from './subscriptions.ts'
import { words } from './words.ts'

/** What the apps say in Hindi, but for `account`; loaded only when it is chosen. */
export const hindi = {
  add,
  app,
  history,
  home,
  landing,
  money,
  problems,
  split,
  subscriptions,
  words,
}
