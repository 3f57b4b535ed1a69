import { add } from './add.ts'
import { money } from './money.ts'
import { subscriptions } from './subscriptions.ts'

/** What the screens behind the first ones say; it is fetched with the first of them. */
export const later = { add, money, subscriptions }
