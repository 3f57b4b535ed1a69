import { touchedIn, useHousehold } from '@streamline/client'
import { useContext, useEffect, useRef, useState } from 'react'
import { drafts, keptUnder, readKept, writeKept } from './stored.ts'
import { SheetTyping } from './use-sheet-leaving.ts'

/** A member is one person of one household, so nobody finds what somebody else typed. */
const prefixOf = (memberId: string): string => `${drafts}${memberId}.`

/** What is left of a form that fits the one there is now. */
const fitting = <Draft extends object>(text: string | null, beginning: Draft): Partial<Draft> => {
  if (text === null) return {}
  try {
    const kept = JSON.parse(text) as object
    return Object.fromEntries(Object.entries(kept).filter(([field]) => field in beginning)) as Partial<Draft>
  } catch {
    return {}
  }
}

/** Which forms hold something that was typed before the page was loaded again. */
export const useKeptDrafts = (): readonly string[] => {
  const { memberId } = useHousehold()
  const [names] = useState(() => keptUnder(prefixOf(memberId)))
  return names
}

/**
 * The values of a form. What was typed is there again after a reload, in this tab, until it is saved or dropped: a form on
 * a sheet is dropped with it, one on a screen of its own waits `inTab`.
 */
export const useKeptDraft = <Draft extends object>(name: string, beginning: Draft, inTab = false) => {
  const key = `${prefixOf(useHousehold().memberId)}${name}`
  const [kept] = useState(() => fitting(readKept(key), beginning))
  const [form, setForm] = useState<Draft>(() => ({ ...beginning, ...kept }))
  const [isRestored, setRestored] = useState(() => Object.keys(kept).length > 0)
  const isSaved = useRef(false)
  const markTyped = useContext(SheetTyping)
  const typed = JSON.stringify(touchedIn(form, beginning))

  useEffect(() => {
    if (!isSaved.current) writeKept(key, typed === '{}' ? null : typed)
  }, [key, typed])
  useEffect(() => {
    if (isRestored) markTyped()
  }, [isRestored, markTyped])
  useEffect(
    () => () => {
      if (!inTab) writeKept(key, null)
    },
    [key, inTab],
  )
  return {
    form,
    setForm,
    isRestored,
    startOver: (): void => {
      setForm(beginning)
      setRestored(false)
    },
    /** It is saved: nothing of it is to come back. */
    forget: (): void => {
      isSaved.current = true
      writeKept(key, null)
    },
  }
}
