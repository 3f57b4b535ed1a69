import { queryOptions, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Security } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { paged } from '../queries/paged.ts'
import type { AskPasskey } from './sign-in.queries.ts'
import { meQuery } from './me.queries.ts'

type Routes = Inputs['identity']

/** Everything known about how the account is secured stands below this key. */
const root = ['identity'] as const

const wholeList = { limit: 100 }

export const securityQuery = (client: Client) =>
  queryOptions<Security, ProblemError>({
    queryKey: [...root, 'state'],
    queryFn: ({ signal }) => client.identity.readSecurity({}, { signal }),
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
  useList('passkeys', ({ identity }, signal) => identity.listPasskeys(wholeList, { signal }))

/** Where the person is signed in. */
export const useSessions = () =>
  useList('sessions', ({ identity }, signal) => identity.listSessions(wholeList, { signal }))

/** Phones and browsers that get notifications. */
export const useDevices = () =>
  useList('devices', ({ identity }, signal) => identity.listDevices(wholeList, { signal }))

export const useApiKeys = () =>
  useList('api-keys', ({ identity }, signal) => identity.listApiKeys(wholeList, { signal }))

export const ownAuditQuery = (client: Client) =>
  paged([...root, 'audit'], (start, options) => client.identity.listAudit(start, options))

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
  useSecurityChange(({ identity }, input: Routes['confirm']) => identity.confirm(input))

export const useConfirmWithPasskey = (ask: AskPasskey) =>
  useSecurityChange<void>(async ({ identity }) => {
    const { challengeId, options } = await identity.passkeyOptions({})
    return identity.confirm({ passkey: { challengeId, response: await ask(options) } })
  })

export const useSendVerification = () =>
  useSecurityWrite<void, object>(({ identity }) => identity.sendVerification({}))

export const useChangeEmail = () =>
  useSecurityWrite(({ identity }, input: Routes['changeEmail']) => identity.changeEmail(input))

export const useChangePhone = () =>
  useSecurityWrite(({ identity }, input: Routes['changePhone']) => identity.changePhone(input))

/** Confirms the number by its code. */
export const useVerifyPhone = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<{ phone: string }, ProblemError, Routes['verifyPhone']>({
    mutationFn: (input) => client.identity.verifyPhone(input),
    retry: false,
    onSuccess: () => queries.invalidateQueries({ queryKey: meQuery(client).queryKey }),
  })
}

export const useChangePassword = () =>
  useSecurityWrite(({ identity }, input: Routes['changePassword']) => identity.changePassword(input))

export const useStartTotp = () =>
  useSecurityWrite<void, { secret: string; uri: string }>(({ identity }) => identity.startTotp({}))

export const useConfirmTotp = () =>
  useSecurityWrite(({ identity }, input: Routes['confirmTotp']) => identity.confirmTotp(input))

export const useRemoveTotp = () => useSecurityWrite<void, void>(({ identity }) => identity.removeTotp({}))

export const useRenewRecoveryCodes = () =>
  useSecurityWrite<void, { recoveryCodes: string[] }>(({ identity }) => identity.renewRecoveryCodes({}))

/** Adds the passkey that `make` has the device create. */
export const useAddPasskey = (make: AskPasskey) =>
  useSecurityWrite(async ({ identity }, { name }: { name: string }) => {
    const { challengeId, options } = await identity.newPasskeyOptions({})
    return identity.addPasskey({ challengeId, name, response: await make(options) })
  })

export const useRemovePasskey = () =>
  useSecurityWrite(({ identity }, input: Routes['removePasskey']) => identity.removePasskey(input))

/** Starts linking another issuer; the page goes to the address. */
export const useLinkIdentity = () =>
  useSecurityWrite(({ identity }, input: Routes['linkIdentity']) => identity.linkIdentity(input))

export const useUnlinkIdentity = () =>
  useSecurityWrite(({ identity }, input: Routes['unlinkIdentity']) => identity.unlinkIdentity(input))

export const useEndSession = () =>
  useSecurityWrite(({ identity }, input: Routes['endSession']) => identity.endSession(input))

export const useEndOtherSessions = () =>
  useSecurityWrite<void, { ended: number }>(({ identity }) => identity.endOtherSessions({}))

/** What a browser gives to who may send it messages. */
export interface PushSubscriptionKeys {
  endpoint: string
  p256dh: string
  auth: string
}

/** Registers this browser for notifications with what `subscribe` gets from it for our key; again is the same device. */
export const useRegisterBrowser = (subscribe: (publicKey: string) => Promise<PushSubscriptionKeys>) =>
  useSecurityWrite(async ({ identity }) => {
    const { publicKey } = await identity.pushKey({})
    return identity.registerDevice({ kind: 'webPush', ...(await subscribe(publicKey)) })
  })

export const useRemoveDevice = () =>
  useSecurityWrite(({ identity }, input: Routes['removeDevice']) => identity.removeDevice(input))

export const useCreateApiKey = () =>
  useSecurityWrite(({ identity }, input: Routes['createApiKey']) => identity.createApiKey(input))

export const useRemoveApiKey = () =>
  useSecurityWrite(({ identity }, input: Routes['removeApiKey']) => identity.removeApiKey(input))

/** Everything that is kept about the person. */
export const useExportData = () => useSecurityWrite<void, object>(({ identity }) => identity.exportData({}))

/** Deletes the account in 14 days. */
export const useDeleteAccount = () => useSecurityChange<void>(({ identity }) => identity.deleteAccount({}))

export const useKeepAccount = () => useSecurityChange<void>(({ identity }) => identity.keepAccount({}))
