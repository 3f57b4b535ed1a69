import { app } from './app.ts'
import { home } from './home.ts'
import { landing } from './landing.ts'
import { problems } from './problems.ts'
import { words } from './words.ts'

/** What the first screens say in Hindi; loaded only when it is chosen. */
export const hindi = { app, home, landing, problems, words }
