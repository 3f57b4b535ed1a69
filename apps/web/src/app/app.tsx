import { ApiProvider } from '@streamline/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { I18nextProvider } from 'react-i18next'
import type { RouterContext } from './guards.ts'
import type { AppRouter } from './router.tsx'

/** All that is on screen, with what it reaches the world through. */
export const App = ({ context, router }: { context: RouterContext; router: AppRouter }) => (
  <I18nextProvider i18n={context.texts}>
    <QueryClientProvider client={context.queries}>
      <ApiProvider value={context.api}>
        <RouterProvider router={router} />
      </ApiProvider>
    </QueryClientProvider>
  </I18nextProvider>
)
