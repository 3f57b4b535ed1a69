import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { SecondFactor, Session } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'

export type PasskeyResponse = Inputs['identity']['passkeySignIn']['response']

/** Fetches a passkey from the device; a browser and a phone do that differently. */
export type AskPasskey = (options: Record<string, unknown>) => Promise<PasskeyResponse>

/** What a right password gives: a session, or the question for a second factor. */
type SignedIn = Session | { secondFactor: SecondFactor }

/** Starts a session with what `send` answers; what the last person saw is forgotten first. */
const useStartSession = <Input, Answer extends SignedIn = Session>(
  send: (input: Input) => Promise<Answer>,
) => {
  const { session } = useApi()
  const queries = useQueryClient()
  return useMutation<Answer, ProblemError, Input>({
    mutationFn: send,
    retry: false,
    onSuccess: (started) => {
      if ('secondFactor' in started) return
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'settings' })
      return session.adopt(started)
    },
  })
}

export const useRegister = () => {
  const { client } = useApi()
  return useStartSession((input: Inputs['identity']['register']) => client.identity.register(input))
}

export const useSignIn = () => {
  const { client } = useApi()
  return useStartSession<Inputs['identity']['signIn'], SignedIn>((input) => client.identity.signIn(input))
}

/** Finishes signing in; a passkey is fetched from the device in between. */
export const useSecondFactor = () => {
  const { client } = useApi()
  return useStartSession((input: Inputs['identity']['secondFactor']) => client.identity.secondFactor(input))
}

/** Signs in with a passkey alone: `ask` gets the options and fetches the passkey from the device. */
export const usePasskeySignIn = (ask: AskPasskey) => {
  const { client } = useApi()
  return useStartSession<void>(async () => {
    const { challengeId, options } = await client.identity.passkeyOptions({})
    return client.identity.passkeySignIn({ challengeId, response: await ask(options) })
  })
}

/** The same as the second factor of a sign-in that has a ticket. */
export const usePasskeySecondFactor = (ask: AskPasskey) => {
  const { client } = useApi()
  return useStartSession(async (ticket: string) => {
    const { challengeId, options } = await client.identity.passkeyOptions({ ticket })
    const passkey = { challengeId, response: await ask(options) }
    return client.identity.secondFactor({ ticket, passkey })
  })
}

/** Asks for a mail with a reset link; the answer is the same for every address. */
export const useForgotPassword = () => {
  const { client } = useApi()
  return useMutation<object, ProblemError, Inputs['identity']['forgotPassword']>({
    mutationFn: (input) => client.identity.forgotPassword(input),
    retry: false,
  })
}

/** Sets a new password by the token of the mail. */
export const useResetPassword = () => {
  const { client } = useApi()
  return useMutation<void, ProblemError, Inputs['identity']['resetPassword']>({
    mutationFn: (input) => client.identity.resetPassword(input),
    retry: false,
  })
}

/** Confirms an address by the token of the mail. */
export const useVerifyEmail = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<{ email: string }, ProblemError, Inputs['identity']['verifyEmail']>({
    mutationFn: (input) => client.identity.verifyEmail(input),
    retry: false,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['me'] }),
  })
}

/** A demo household, private to this visitor. */
export const useStartDemo = () => {
  const { client } = useApi()
  return useStartSession<void>(() => client.identity.demo({}))
}

/** Ends the session here and in the other tabs, even where the API cannot be asked. */
export const useSignOut = () => {
  const { client, session } = useApi()
  return useMutation<void, ProblemError>({
    mutationFn: async () => client.identity.signOut(await session.credentials()),
    retry: false,
    onSettled: () => session.end(),
  })
}
