import type { Charge, Transfer } from '@streamline/client'
import { draftOfCharge, draftOfSeveral, draftOfTransfer } from '@streamline/client/billing'
import { useState } from 'react'
import { useKeptDrafts } from '../../design/kept-drafts.ts'

/** What is on the sheet; after a reload, what was being typed, once it is known. */
const useReopened = <Subject>(isKnown: boolean, find: (kept: readonly string[]) => Subject | null) => {
  const kept = useKeptDrafts()
  const [opened, open] = useState<Subject | null>(null)
  const [isLooked, setLooked] = useState(false)
  if (!isLooked && isKnown) {
    setLooked(true)
    open(find(kept))
  }
  return [opened, open] as const
}

/** Whose payment is on the sheet. */
export const usePaying = (charges: readonly Charge[]) =>
  useReopened(
    charges.length > 0,
    (kept) => charges.find(({ id }) => kept.includes(draftOfCharge('pay', id))) ?? null,
  )

/** Which charges are paid at once. */
export const usePayingSeveral = (charges: readonly Charge[]) =>
  useReopened<readonly Charge[]>(charges.length > 0, (kept) => {
    const prefix = draftOfSeveral([])
    const ids =
      kept
        .find((name) => name.startsWith(prefix))
        ?.slice(prefix.length)
        .split(',') ?? []
    const found = charges.filter(({ id }) => ids.includes(id))
    return found.length > 0 && found.length === ids.length ? found : null
  })

/** Which transfer is written down. */
export const useSettling = (transfers: readonly Transfer[] | undefined) =>
  useReopened(
    transfers !== undefined,
    (kept) => transfers?.find((transfer) => kept.includes(draftOfTransfer(transfer))) ?? null,
  )
