import { app } from './app.ts'
import { auth } from './auth.ts'
import { home } from './home.ts'
import { landing } from './landing.ts'
import { problems } from './problems.ts'
import { settings } from './settings.ts'
import { welcome } from './welcome.ts'
import { words } from './words.ts'

/** What the first screens say; it comes with the app. */
export const first = { app, auth, home, landing, problems, settings, welcome, words }
