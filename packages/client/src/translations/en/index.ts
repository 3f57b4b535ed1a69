import { accounts } from './accounts.ts'
import { device } from './device.ts'
import { first } from './first.ts'
import { landing } from './landing.ts'
import { later } from './later.ts'
import { phone } from './phone.ts'

/** Every text of the apps in English, one namespace per feature; the other languages have the same keys. */
export const english = { ...first, landing, ...later, ...accounts, device, phone }
