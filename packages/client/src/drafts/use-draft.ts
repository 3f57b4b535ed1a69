import { createContext, useContext, useState } from 'react'

/** What becomes of something that is typed and not saved. */
export interface KeptDraft {
  /** It was typed before the app was loaded again. */
  readonly isRestored: boolean
  readonly startOver: () => void
  /** It is saved: nothing of it is to come back. */
  readonly forget: () => void
}

/**
 * The values of a form under a name of its own. With `inTab` they wait until they are saved; without it they are dropped with the
 * form, which asks first.
 */
export type UseDraft = <Draft extends object>(
  name: string,
  beginning: Draft,
  inTab?: boolean,
) => { draft: Draft; set: (change: Partial<Draft>) => void; kept: KeptDraft }

/** Where nobody keeps drafts they last as long as the form. */
const useOwnDraft: UseDraft = (_, beginning) => {
  const [draft, setDraft] = useState(beginning)
  return {
    draft,
    set: (change) => setDraft((known) => ({ ...known, ...change })),
    kept: { isRestored: false, startOver: () => setDraft(beginning), forget: () => {} },
  }
}

/** How this app keeps drafts; always the same function. */
export const DraftKeeping = createContext<UseDraft>(useOwnDraft)

export const useDraft: UseDraft = (name, beginning, inTab) => {
  const useKept = useContext(DraftKeeping)
  // An app names it once, around all of its screens: it is the same on every render.
  // oxlint-disable-next-line react/hooks
  return useKept(name, beginning, inTab)
}
