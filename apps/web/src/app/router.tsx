import { createRouter, type RouterHistory } from '@tanstack/react-router'
import { CrashScreen } from './crash.screen.tsx'
import { PendingScreen } from './pending.screen.tsx'
import { routeTree, type RouterContext } from './routes.tsx'

/** `history` is left out in a browser; where there is none, nothing is scrolled either. */
export const createAppRouter = (context: RouterContext, history?: RouterHistory) =>
  createRouter({
    routeTree,
    context,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 200,
    defaultPendingMinMs: 0,
    defaultPendingComponent: PendingScreen,
    defaultErrorComponent: CrashScreen,
    scrollRestoration: history === undefined,
    ...(history === undefined ? {} : { history }),
  })

export type AppRouter = ReturnType<typeof createAppRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: AppRouter
  }
}
