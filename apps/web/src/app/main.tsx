import { ApiProvider, createI18n, createQueryClient } from '@streamline/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import '../design/theme.css'
import { createApi } from './api.ts'
import { firstLanguage } from '../design/language.ts'
import { createAppRouter } from './router.tsx'
import { watchSession } from './session-watch.ts'

const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root')

const api = createApi()
const queries = createQueryClient()
const i18n = await createI18n(firstLanguage())
const context = { api, queries, texts: i18n }
const router = createAppRouter(context)
watchSession(context, () => router.invalidate())

createRoot(root).render(
  <StrictMode>
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <ApiProvider value={api}>
          <RouterProvider router={router} />
        </ApiProvider>
      </QueryClientProvider>
    </I18nextProvider>
  </StrictMode>,
)
