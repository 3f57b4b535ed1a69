import {
  keepPreviousData,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { AdministeredUser } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'

type Routes = Inputs['administration']

const root = ['administration'] as const

export type UserFilters = Omit<Routes['listUsers'], 'cursor' | 'limit'>
export type AuditFilters = Omit<Routes['listAudit'], 'cursor' | 'limit'>

export const usersQuery = (client: Client, filters: UserFilters) => ({
  ...paged([...root, 'users', filters], (start, options) =>
    client.administration.listUsers({ ...filters, ...start }, options),
  ),
  placeholderData: keepPreviousData,
})

/** Accounts of the installation. */
export const useUsers = (filters: UserFilters) => useInfiniteQuery(usersQuery(useApi().client, filters))

export const userQuery = (client: Client, id: string) =>
  queryOptions<AdministeredUser, ProblemError>({
    queryKey: [...root, 'user', id],
    queryFn: ({ signal }) => client.administration.readUser({ id }, { signal }),
  })

export const useUser = (id: string) => useQuery(userQuery(useApi().client, id))

export const auditQuery = (client: Client, filters: AuditFilters) =>
  paged([...root, 'audit', filters], (start, options) =>
    client.administration.listAudit({ ...filters, ...start }, options),
  )

/** The audit log of the installation, the newest first. */
export const useAudit = (filters: AuditFilters) => useInfiniteQuery(auditQuery(useApi().client, filters))

const useUserWrite = <Input>(send: (client: Client, input: Input) => Promise<AdministeredUser>) => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<AdministeredUser, ProblemError, Input>({
    mutationFn: (input) => send(client, input),
    retry: false,
    onSuccess: (user) => {
      queries.setQueryData(userQuery(client, user.id).queryKey, user)
      // Not waited for: what asked for the change may be gone by then, and would not report it.
      void queries.invalidateQueries({ queryKey: root })
    },
  })
}

export const useBlockUser = () =>
  useUserWrite(({ administration }, input: Routes['blockUser']) => administration.blockUser(input))

export const useUnblockUser = () =>
  useUserWrite(({ administration }, input: Routes['unblockUser']) => administration.unblockUser(input))

export const useSetRoles = () =>
  useUserWrite(({ administration }, input: Routes['setRoles']) => administration.setRoles(input))

const failedJobsKey = [...root, 'jobs', 'failed'] as const

/** What was given up on the installation, the newest first. */
export const useFailedJobs = () => {
  const { client } = useApi()
  return useInfiniteQuery(
    paged([...failedJobsKey], (start, options) => client.administration.listFailedJobs(start, options)),
  )
}

export const useRetryJob = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<void, ProblemError, Routes['retryJob']>({
    mutationFn: (input) => client.administration.retryJob(input),
    onSuccess: () => queries.invalidateQueries({ queryKey: failedJobsKey }),
  })
}
