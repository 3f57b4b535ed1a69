import { createI18n, createQueryClient } from '@streamline/client'
import { StrictMode } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import '../design/theme.css'
import { App } from './app.tsx'
import { createApi } from './api.ts'
import { firstLanguage } from '../design/language.ts'
import type { RouterContext } from './guards.ts'
import { createAppRouter } from './router.tsx'
import { createKeeping } from '../features/kept/keeping.ts'
import { watchSession } from './session-watch.ts'

declare global {
  /** Which control of the drawn page was pressed, counted from its beginning: `start.js`. */
  var pressedEarly: number | undefined
}

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root')

const texts = await createI18n(firstLanguage())
const context: RouterContext = {
  api: createApi(createKeeping(() => context)),
  queries: createQueryClient(),
  texts,
}
const router = createAppRouter(context)
watchSession(context, () => router.invalidate())

// What the build drew stands until the app can draw the same.
if (root.hasAttribute('data-drawn') && document.documentElement.dataset['drawn'] !== 'no') await router.load()
else root.replaceChildren()
root.removeAttribute('data-drawn')
flushSync(() =>
  createRoot(root).render(
    <StrictMode>
      <App context={context} router={router} />
    </StrictMode>,
  ),
)
if (globalThis.pressedEarly !== undefined)
  root.querySelectorAll<HTMLElement>('button, input')[globalThis.pressedEarly]?.click()
