import { app } from './app.ts'
import { overview } from './overview.ts'
import { landing } from './landing.ts'
import { problems } from './problems.ts'
import { words } from './words.ts'

/** What the first screens say in Hindi; loaded only when it is chosen. */
export const hindi = { app, landing, overview, problems, words }
