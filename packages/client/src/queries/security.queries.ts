import {
  infiniteQueryOptions,
  queryOptions,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { Security } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import type { AskPasskey } from './auth.queries.ts'
import { meQuery } from './me.queries.ts'

type Routes = Inputs['security']

/** Everything known about how the account is secured stands below this key. */
const root = ['security'] as const

const wholeList = { limit: 100 }

export const securityQuery = (client: Client) =>
  queryOptions<Security, ProblemError>({
    queryKey: [...root, 'state'],
    queryFn: ({ signal }) => client.security.read({}, { signal }),
  })

/** How the account is secured. */
export const useSecurity = () => useQuery(securityQuery(useApi().client))

const useList = <Item>(
  noun: string,
  read: (client: Client, signal: AbortSignal) => Promise<{ items: Item[] }>,
) => {
  const { client } = useApi()
  return useQuery<Item[], ProblemError>({
    queryKey: [...root, noun],
    queryFn: async ({ signal }) => (await read(client, signal)).items,
  })
}

export const usePasskeys = () =>
  useList('passkeys', ({ security }, signal) => security.listPasskeys(wholeList, { signal }))

/** Where the person is signed in. */
export const useSessions = () =>
  useList('sessions', ({ security }, signal) => security.listSessions(wholeList, { signal }))

/** Phones and browsers that get notifications. */
export const useDevices = () =>
  useList('devices', ({ security }, signal) => security.listDevices(wholeList, { signal }))

export const useApiKeys = () =>
  useList('api-keys', ({ security }, signal) => security.listApiKeys(wholeList, { signal }))

export const ownAuditQuery = (client: Client) =>
  infiniteQueryOptions({
    queryKey: [...root, 'audit'],
    queryFn: ({ signal, pageParam }) =>
      client.security.listAudit(pageParam === null ? {} : { cursor: pageParam }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  })

/** What happened on the account, the newest first. */
export const useOwnAudit = () => useInfiniteQuery(ownAuditQuery(useApi().client))

/** A change of how the account is secured: after it everything about that is asked again. */
const useSecurityWrite = <Input, Output>(send: (client: Client, input: Input) => Promise<Output>) => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Output, ProblemError, Input>({
    mutationFn: (input) => send(client, input),
    retry: false,
    onSuccess: () => queries.invalidateQueries({ queryKey: root }),
  })
}

/** The same where the answer is how the account is secured now. */
const useSecurityChange = <Input>(send: (client: Client, input: Input) => Promise<Security>) => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Security, ProblemError, Input>({
    mutationFn: (input) => send(client, input),
    retry: false,
    onSuccess: (state) => queries.setQueryData(securityQuery(client).queryKey, state),
  })
}

/** Shows who one is; changes of security are open for a while. */
export const useConfirm = () =>
  useSecurityChange(({ security }, input: Routes['confirm']) => security.confirm(input))

export const useConfirmWithPasskey = (ask: AskPasskey) =>
  useSecurityChange<void>(async ({ auth, security }) => {
    const { challengeId, options } = await auth.passkeyOptions({})
    return security.confirm({ passkey: { challengeId, response: await ask(options) } })
  })

export const useSendVerification = () =>
  useSecurityWrite<void, object>(({ security }) => security.sendVerification({}))

export const useChangeEmail = () =>
  useSecurityWrite(({ security }, input: Routes['changeEmail']) => security.changeEmail(input))

export const useChangePhone = () =>
  useSecurityWrite(({ security }, input: Routes['changePhone']) => security.changePhone(input))

/** Confirms the number by its code. */
export const useVerifyPhone = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<{ phone: string }, ProblemError, Routes['verifyPhone']>({
    mutationFn: (input) => client.security.verifyPhone(input),
    retry: false,
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery(client).queryKey }),
  })
}

export const useChangePassword = () =>
  useSecurityWrite(({ security }, input: Routes['changePassword']) => security.changePassword(input))

export const useStartTotp = () =>
  useSecurityWrite<void, { secret: string; uri: string }>(({ security }) => security.startTotp({}))

export const useConfirmTotp = () =>
  useSecurityWrite(({ security }, input: Routes['confirmTotp']) => security.confirmTotp(input))

export const useRemoveTotp = () => useSecurityWrite<void, void>(({ security }) => security.removeTotp({}))

export const useRenewRecoveryCodes = () =>
  useSecurityWrite<void, { recoveryCodes: string[] }>(({ security }) => security.renewRecoveryCodes({}))

/** Adds the passkey that `make` has the device create. */
export const useAddPasskey = (make: AskPasskey) =>
  useSecurityWrite(async ({ security }, { name }: { name: string }) => {
    const { challengeId, options } = await security.passkeyOptions({})
    return security.addPasskey({ challengeId, name, response: await make(options) })
  })

export const useRemovePasskey = () =>
  useSecurityWrite(({ security }, input: Routes['removePasskey']) => security.removePasskey(input))

/** Starts linking another issuer; the page goes to the address. */
export const useLinkIdentity = () =>
  useSecurityWrite(({ identities }, input: Inputs['identities']['link']) => identities.link(input))

export const useUnlinkIdentity = () =>
  useSecurityWrite(({ identities }, input: Inputs['identities']['unlink']) => identities.unlink(input))

export const useEndSession = () =>
  useSecurityWrite(({ security }, input: Routes['endSession']) => security.endSession(input))

export const useEndOtherSessions = () =>
  useSecurityWrite<void, { ended: number }>(({ security }) => security.endOtherSessions({}))

export const useRemoveDevice = () =>
  useSecurityWrite(({ security }, input: Routes['removeDevice']) => security.removeDevice(input))

export const useCreateApiKey = () =>
  useSecurityWrite(({ security }, input: Routes['createApiKey']) => security.createApiKey(input))

export const useRemoveApiKey = () =>
  useSecurityWrite(({ security }, input: Routes['removeApiKey']) => security.removeApiKey(input))

/** Everything that is kept about the person. */
export const useExportData = () => useSecurityWrite<void, object>(({ security }) => security.exportData({}))

/** Deletes the account in 14 days. */
export const useDeleteAccount = () => useSecurityChange<void>(({ security }) => security.deleteAccount({}))

export const useKeepAccount = () => useSecurityChange<void>(({ security }) => security.keepAccount({}))
