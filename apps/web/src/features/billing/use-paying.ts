import type { Charge, Transfer } from '@streamline/client'
import { draftOfCharge, draftOfSeveral, draftOfTransfer } from '@streamline/client/billing'
import { useState } from 'react'
import { useKeptDrafts } from '../../design/kept-drafts.ts'

/**
 * What is on the sheet; after a reload, what was being typed, as soon as it is known: lists come one after the other. Whoever opens
 * something meanwhile is not interrupted.
 */
const useReopened = <Subject>(find: (kept: readonly string[]) => Subject | null | undefined) => {
  const kept = useKeptDrafts()
  const [opened, setOpened] = useState<Subject | null>(null)
  const [isDone, setDone] = useState(kept.length === 0)
  const found = isDone ? null : find(kept)
  if (found) {
    setDone(true)
    setOpened(found)
  }
  const open = (subject: Subject | null): void => {
    setDone(true)
    setOpened(subject)
  }
  return [opened, open] as const
}

/** Whose payment is on the sheet. */
export const usePaying = (charges: readonly Charge[]) =>
  useReopened((kept) => charges.find(({ id }) => kept.includes(draftOfCharge('pay', id))))

/** Which charges are paid at once. */
export const usePayingSeveral = (charges: readonly Charge[]) =>
  useReopened<readonly Charge[]>((kept) => {
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
  useReopened((kept) => transfers?.find((transfer) => kept.includes(draftOfTransfer(transfer))))
