import type { Charge } from '@streamline/client'
import { useState } from 'react'
import { useKeptDrafts } from '../../design/kept-draft.ts'
import { draftOfPayment } from './draft-of-payment.ts'

/** Whose payment is on the sheet; after a reload, the one that was being typed. */
export const usePaying = (charges: readonly Charge[]) => {
  const kept = useKeptDrafts()
  const [paying, setPaying] = useState<Charge | null>(null)
  const [isLooked, setLooked] = useState(false)
  if (!isLooked && charges.length > 0) {
    setLooked(true)
    setPaying(charges.find(({ id }) => kept.includes(draftOfPayment(id))) ?? null)
  }
  return [paying, setPaying] as const
}
