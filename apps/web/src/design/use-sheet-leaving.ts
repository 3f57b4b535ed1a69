import { withdrawToastActions } from '@streamline/client/toasts'
import { useBlocker, useCanGoBack, useRouter } from '@tanstack/react-router'
import { createContext, useCallback, useEffect, useMemo, useRef, useState, type FormEvent } from 'react'

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** An entry of a screen on which a sheet was opened, so that Back has something of ours to come from. */
    readonly ofSheet?: boolean
  }
}

/** Ticks and choices are made again with one press; what was typed is not. */
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')

/** The sheet that a form stands on; on a screen of its own nothing is asked. */
export const SheetTyping = createContext<{
  /** Whether something stands in the form that is not saved, such as what was typed before a reload. */
  markTyped: (isTyped: boolean) => void
  /** Does it, where something was typed after a question. */
  leaveFor: (go: () => void) => void
}>({ markTyped: () => {}, leaveFor: (go) => go() })

/**
 * How a sheet is left: Escape, a press beside it and the browser's Back all close it and stay on the screen beneath. Where
 * something was typed they ask first.
 */
export const useSheetLeaving = (open: boolean, onClose: () => void) => {
  const typed = useRef(false)
  const [asked, setAsked] = useState<{ go: () => void } | null>(null)
  const router = useRouter()
  const canGoBack = useCanGoBack()
  useEffect(() => {
    if (open) withdrawToastActions()
    else typed.current = false
  }, [open])
  useEffect(() => {
    // Before the first entry of a document lies another document: Back would go there without asking anybody.
    if (!open || canGoBack) return
    void router.navigate({ to: '.', search: true, hash: true, state: { ofSheet: true }, resetScroll: false })
  }, [open, canGoBack, router])
  const markTyped = useCallback((isTyped: boolean): void => {
    typed.current = isTyped
  }, [])
  const leaveFor = useCallback((go: () => void): void => {
    if (typed.current) setAsked({ go })
    else go()
  }, [])
  const typing = useMemo(() => ({ markTyped, leaveFor }), [markTyped, leaveFor])
  const leave = (): void => leaveFor(onClose)
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false
      const isOfSheet = router.history.location.state.ofSheet === true
      const isTyped = typed.current
      leave()
      // The entry below it is the same screen: a Back that closed the sheet has used it up.
      return isTyped || !isOfSheet
    },
    disabled: !open,
    enableBeforeUnload: false,
  })
  return {
    leave,
    typing,
    onInput: ({ target }: FormEvent): void => {
      if (isTyping(target)) typed.current = true
    },
    question: {
      open: open && asked !== null,
      onOpenChange: (isOpen: boolean): void => {
        if (!isOpen) setAsked(null)
      },
      onDrop: (): void => {
        typed.current = false
        setAsked(null)
        asked?.go()
      },
    },
  }
}
