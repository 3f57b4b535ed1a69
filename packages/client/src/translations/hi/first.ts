import { app } from './app.ts'
import { overview } from './overview.ts'
import { problems } from './problems.ts'
import { verbs } from './verbs.ts'
import { words } from './words.ts'

/** What the first screens say; it comes with the app where Hindi is chosen. */
export const first = { app, overview, problems, verbs, words }
