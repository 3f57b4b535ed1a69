import { withdrawToastActions } from '@streamline/client/toasts'
import { useBlocker } from '@tanstack/react-router'
import { createContext, useCallback, useEffect, useRef, useState, type FormEvent } from 'react'

/** Ticks and choices are made again with one press; what was typed is not. */
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')

/** For a form that comes with what was typed before: the sheet asks before that is dropped. */
export const SheetTyping = createContext<() => void>(() => {})

/**
 * How a sheet is left: Escape, a press beside it and the browser's Back all close it and stay on the screen beneath. Where
 * something was typed they ask first.
 */
export const useSheetLeaving = (open: boolean, onClose: () => void) => {
  const typed = useRef(false)
  const [asks, setAsks] = useState(false)
  useEffect(() => {
    if (open) withdrawToastActions()
    else typed.current = false
  }, [open])
  const markTyped = useCallback((): void => {
    typed.current = true
  }, [])
  const leave = (): void => {
    if (typed.current) setAsks(true)
    else onClose()
  }
  useBlocker({
    shouldBlockFn: ({ action }) => {
      if (action !== 'BACK') return false
      leave()
      return true
    },
    disabled: !open,
    enableBeforeUnload: false,
  })
  return {
    leave,
    markTyped,
    onInput: ({ target }: FormEvent): void => {
      if (isTyping(target)) typed.current = true
    },
    question: {
      open: open && asks,
      onOpenChange: setAsks,
      onDrop: (): void => {
        setAsks(false)
        onClose()
      },
    },
  }
}
