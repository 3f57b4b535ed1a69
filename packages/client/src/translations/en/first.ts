import { app } from './app.ts'
import { overview } from './overview.ts'
import { landing } from './landing.ts'
import { problems } from './problems.ts'
import { words } from './words.ts'

/** What the first screens say; it comes with the app. */
export const first = { app, landing, overview, problems, words }
