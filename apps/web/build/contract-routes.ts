import { minifyContractRouter, type AnyContractRouter } from '@orpc/contract'
import { contract } from '@streamline/contract'

interface Procedure {
  '~orpc': { route: { method?: string; path?: string } }
}

/** What the browser must know of a route is its method and path; schemas and descriptions stay here. */
const bare = (router: unknown): unknown => {
  if (typeof router !== 'object' || router === null) return router
  if ('~orpc' in router) {
    const { method, path } = (router as Procedure)['~orpc'].route
    return { '~orpc': { errorMap: {}, meta: {}, route: { method, path } } }
  }
  return Object.fromEntries(Object.entries(router).map(([name, child]) => [name, bare(child)]))
}

export const contractRoutes = JSON.stringify(bare(minifyContractRouter(contract as AnyContractRouter)))
