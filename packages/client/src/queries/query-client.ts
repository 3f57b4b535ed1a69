import { QueryClient } from '@tanstack/react-query'
import { isPassing } from '../problem.ts'

const mayTryAgain = (failures: number, error: unknown): boolean => failures < 2 && isPassing(error)

/** Asks again what may have passed; a refusal is shown at once. Without a network it says so instead of waiting. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 30 * 60_000,
        retry: mayTryAgain,
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry: mayTryAgain, networkMode: 'always' },
    },
  })
