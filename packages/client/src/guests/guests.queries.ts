import { useInfiniteQuery } from '@tanstack/react-query'
import { useApi } from '../client-context.tsx'
import { paged } from '../queries/paged.ts'
import { useHouseholdWrite } from '../queries/write.ts'

/** Makes the private link of a person without an account; the former one stops. */
export const useMakeGuestLink = () =>
  useHouseholdWrite({
    send: ({ guests }, householdId, { id }: { id: string }) => guests.makeLink({ householdId, id }),
  })

export const useRevokeGuestLink = () =>
  useHouseholdWrite({
    send: ({ guests }, householdId, { id }: { id: string }) => guests.revokeLink({ householdId, id }),
  })

/** What the person of a private link sees: the first page says what is owed, each more of the shares. */
export const useGuestView = (token: string | null) => {
  const { client } = useApi()
  const view = paged(['guest', token ?? ''], async (start, options) => {
    const page = await client.guests.view({ token: token ?? '', ...start }, options)
    return { ...page, nextCursor: page.shares.nextCursor }
  })
  return useInfiniteQuery({ ...view, enabled: token !== null, gcTime: 0 })
}
