import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Session } from '../answers.ts'
import { useApi } from '../client-context.tsx'
import type { Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'

/** Starts a session with what `send` answers; what the last person saw is forgotten first. */
const useStartSession = <Input>(send: (input: Input) => Promise<Session>) => {
  const { session } = useApi()
  const queries = useQueryClient()
  return useMutation<Session, ProblemError, Input>({
    mutationFn: send,
    retry: false,
    onSuccess: (started) => {
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'settings' })
      session.adopt(started)
    },
  })
}

export const useRegister = () => {
  const { client } = useApi()
  return useStartSession((input: Inputs['auth']['register']) => client.auth.register(input))
}

export const useSignIn = () => {
  const { client } = useApi()
  return useStartSession((input: Inputs['auth']['signIn']) => client.auth.signIn(input))
}

/** A demo household, private to this visitor. */
export const useStartDemo = () => {
  const { client } = useApi()
  return useStartSession<void>(() => client.auth.demo({}))
}

/** Ends the session here and in the other tabs, even where the API cannot be asked. */
export const useSignOut = () => {
  const { client, session } = useApi()
  return useMutation<void, ProblemError>({
    mutationFn: () => client.auth.signOut({}),
    retry: false,
    onSettled: () => session.end(),
  })
}
