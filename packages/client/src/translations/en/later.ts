import { acts } from './acts.ts'
import { add } from './add.ts'
import { history } from './history.ts'
import { insights } from './insights.ts'
import { lines } from './lines.ts'
import { billing } from './billing.ts'
import { palette } from './palette.ts'
import { savings } from './savings.ts'
import { split } from './split.ts'
import { subscriptions } from './subscriptions.ts'
import { usage } from './usage.ts'

/** What the screens behind the first ones say; it is fetched with the first of them. */
export const later = {
  acts,
  add,
  billing,
  history,
  insights,
  lines,
  palette,
  savings,
  split,
  subscriptions,
  usage,
}
