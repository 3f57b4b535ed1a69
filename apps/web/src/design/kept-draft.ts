import { touchedIn, useHousehold, type KeptDraft, type UseDraft } from '@streamline/client'
import { useContext, useEffect, useRef, useState } from 'react'
import { draftsOf } from './kept-drafts.ts'
import { readKept, writeKept } from './stored.ts'
import { SheetTyping } from './use-sheet-leaving.ts'

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

/** What was typed under that name before the page was loaded again. */
export const useFound = <Draft extends object>(name: string, beginning: Draft) => {
  const key = `${draftsOf(useHousehold().memberId)}${name}`
  const [found] = useState(() => fitting(readKept(key), beginning))
  return { key, first: { ...beginning, ...found }, isThere: Object.keys(found).length > 0 }
}

/** Keeps what is typed now. */
export const useKeeping = <Draft extends object>(
  { key, isThere, inTab }: { key: string; isThere: boolean; inTab: boolean },
  { draft, beginning, reset }: { draft: Draft; beginning: Draft; reset: () => void },
): KeptDraft => {
  const [isRestored, setRestored] = useState(isThere)
  const isSaved = useRef(false)
  const { markTyped } = useContext(SheetTyping)
  const typed = JSON.stringify(touchedIn(draft, beginning))
  useEffect(() => {
    if (!isSaved.current) writeKept(key, typed === '{}' ? null : typed)
  }, [key, typed])
  useEffect(() => {
    if (isRestored) markTyped(true)
  }, [isRestored, markTyped])
  useEffect(
    () => () => {
      markTyped(false)
      if (!inTab) writeKept(key, null)
    },
    [key, inTab, markTyped],
  )
  return {
    isRestored,
    startOver: () => {
      reset()
      setRestored(false)
    },
    forget: () => {
      isSaved.current = true
      writeKept(key, null)
    },
  }
}

/** What was typed is there again after a reload, in this tab, until it is saved or dropped. */
export const useKeptDraft: UseDraft = (name, beginning, inTab = false) => {
  const found = useFound(name, beginning)
  const [draft, setDraft] = useState(found.first)
  const kept = useKeeping({ ...found, inTab }, { draft, beginning, reset: () => setDraft(beginning) })
  return { draft, set: (change) => setDraft((known) => ({ ...known, ...change })), kept }
}
