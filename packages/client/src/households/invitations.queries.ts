import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Household, Invitation, InvitationPreview } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { rememberHousehold } from './households.queries.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

const invitationsQuery = (client: Client, householdId: string) =>
  queryOptions<Invitation[], ProblemError>({
    queryKey: [...householdKey(householdId), 'invitations'],
    queryFn: async ({ signal }) =>
      (await client.invitations.list({ householdId, limit: 100 }, { signal })).items,
  })

/** What still opens the household on screen; only managers and owners may ask. */
export const useInvitations = () => useQuery(invitationsQuery(useApi().client, useHousehold().id))

/** Invites; the token of a link is in this answer and nowhere else. */
export const useInvite = () =>
  useHouseholdWrite({
    send: (
      { invitations },
      householdId,
      input: Omit<Inputs['invitations']['create'], 'householdId'>,
      context,
    ) => invitations.create({ householdId, ...input }, { context }),
  })

export const useRevokeInvitation = () =>
  useHouseholdWrite({
    send: ({ invitations }, householdId, { id }: { id: string }) => invitations.revoke({ householdId, id }),
  })

export const invitationPreviewQuery = (client: Client, token: string) =>
  queryOptions<InvitationPreview, ProblemError>({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => client.invitations.preview({ token }, { signal }),
    staleTime: 60_000,
    gcTime: 0,
  })

/** What the invitation of a link is to. */
export const useInvitationPreview = (token: string | null) => {
  const { client } = useApi()
  return useQuery({ ...invitationPreviewQuery(client, token ?? ''), enabled: token !== null })
}

/** Joins the household of a link. */
export const useAcceptInvitation = () => {
  const { client } = useApi()
  const queries = useQueryClient()
  return useMutation<Household, ProblemError, Inputs['invitations']['accept']>({
    mutationFn: (input) => client.invitations.accept(input),
    retry: false,
    onSuccess: (household) => rememberHousehold(queries, client, household),
  })
}
