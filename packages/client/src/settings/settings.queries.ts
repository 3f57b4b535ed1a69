import { queryOptions, useQuery } from '@tanstack/react-query'
import { useApi } from '../client-context.tsx'
import type { Client } from '../client.ts'

export const settingsQuery = (client: Client) =>
  queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => client.settings.read({}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

/** What this installation offers before anybody signs in. */
export const useInstallation = () => useQuery(settingsQuery(useApi().client))
