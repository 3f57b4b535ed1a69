import { createRouter } from '@tanstack/react-router'
import { CrashScreen } from './crash.screen.tsx'
import { PendingScreen } from './pending.screen.tsx'
import { routeTree, type RouterContext } from './routes.tsx'

export const createAppRouter = (context: RouterContext) =>
  createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PendingScreen,
    defaultErrorComponent: CrashScreen,
    scrollRestoration: true,
  })

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
