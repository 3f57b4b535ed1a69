import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Me, Member } from '../answers.ts'
import { useApi, useHousehold } from '../client-context.tsx'
import type { Client, Inputs } from '../client.ts'
import type { ProblemError } from '../problem.ts'
import { rememberHousehold } from './households.queries.ts'
import { meQuery } from '../identity/me.queries.ts'
import { householdKey, useHouseholdWrite } from '../queries/write.ts'

type Of<Group extends 'households' | 'departure', Route extends keyof Inputs[Group]> = Omit<
  Inputs[Group][Route],
  'householdId'
>

export const membersQuery = (client: Client, householdId: string) =>
  queryOptions({
    queryKey: [...householdKey(householdId), 'members'],
    queryFn: async ({ signal }) =>
      (await client.households.listMembers({ householdId, include: 'former', limit: 100 }, { signal })).items,
    staleTime: 5 * 60_000,
  })

const present = (members: readonly Member[]): Member[] => members.filter(({ leftOn }) => leftOn === null)

/** The people of the household on screen. */
export const useMembers = () =>
  useQuery({ ...membersQuery(useApi().client, useHousehold().id), select: present })

/** The same with those who left, whom history still names. */
export const useEveryone = () => useQuery(membersQuery(useApi().client, useHousehold().id))

/** Adds a person without an account. */
export const useAddMember = () =>
  useHouseholdWrite({
    send: ({ households }, householdId, input: Of<'households', 'addMember'>, context) =>
      households.addMember({ householdId, ...input }, { context }),
  })

/** Changes a name, a UPI ID or a role. */
export const useUpdateMember = () =>
  useHouseholdWrite({
    send: ({ households }, householdId, input: Of<'households', 'updateMember'>) =>
      households.updateMember({ householdId, ...input }),
    // Who changes themselves may do more or less from now on.
    remember: (queries, _, { isYou }) => void (isYou && queries.invalidateQueries({ queryKey: ['me'] })),
  })

/** Hands the household over; you become a manager. */
export const useTransferOwnership = () => {
  const { client } = useApi()
  return useHouseholdWrite({
    send: ({ households }, householdId, input: Of<'households', 'transferOwnership'>) =>
      households.transferOwnership({ householdId, ...input }),
    remember: (queries, _, household) => rememberHousehold(queries, client, household),
  })
}

export const useRemoveMember = () =>
  useHouseholdWrite({
    send: ({ departure }, householdId, input: Of<'departure', 'removeMember'>) =>
      departure.removeMember({ householdId, ...input }),
  })

/** Makes an entry without an account one with another, with all its money. */
export const useMergeMember = () =>
  useHouseholdWrite({
    send: ({ departure }, householdId, input: Of<'departure', 'mergeMember'>, context) =>
      departure.mergeMember({ householdId, ...input }, { context }),
  })

/** Entries that are one with another; asked only by who may take that apart. */
export const useMergings = (isAsked: boolean) => {
  const { client } = useApi()
  const { id } = useHousehold()
  return useQuery({
    queryKey: [...householdKey(id), 'mergings'],
    queryFn: async ({ signal }) =>
      (await client.departure.readMergings({ householdId: id }, { signal })).mergings,
    enabled: isAsked,
  })
}

/** They were two after all. */
export const useUnmergeMember = () =>
  useHouseholdWrite({
    send: ({ departure }, householdId, input: Of<'departure', 'unmergeMember'>, context) =>
      departure.unmergeMember({ householdId, ...input }, { context }),
  })

/** After it the household is none of the person's any more. */
const useGoing = <Input>(send: (client: Client, householdId: string, input: Input) => Promise<void>) => {
  const { client } = useApi()
  const { id } = useHousehold()
  const queries = useQueryClient()
  return useMutation<void, ProblemError, Input>({
    mutationFn: (input) => send(client, id, input),
    retry: false,
    onSuccess: () => {
      queries.setQueryData<Me>(
        meQuery(client).queryKey,
        (me) => me && { ...me, households: me.households.filter((household) => household.id !== id) },
      )
      // Once the screens of it are gone: asked again it would only be refused.
      setTimeout(() => queries.removeQueries({ queryKey: householdKey(id) }))
    },
  })
}

export const useLeaveHousehold = () =>
  useGoing(({ departure }, householdId, input: Of<'departure', 'leave'>) =>
    departure.leave({ householdId, ...input }),
  )

/** Deletes the household with all its history. */
export const useDeleteHousehold = () =>
  useGoing<void>(({ departure }, householdId) => departure.deleteHousehold({ householdId }))
