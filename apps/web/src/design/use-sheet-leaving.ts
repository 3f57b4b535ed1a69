import { useBlocker } from '@tanstack/react-router'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { withdrawToastActions } from './toast-store.ts'

/** Ticks and choices are made again with one press; what was typed is not. */
const isTyping = (target: EventTarget): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && target.type !== 'radio' && target.type !== 'checkbox')

/**
 * How a sheet is left: Escape, a press beside it and the browser's Back all close it and stay on the screen beneath. Where
 * something was typed they ask first.
 */
export const useSheetLeaving = (open: boolean, onClose: () => void) => {
  const typed = useRef(false)
  const [asks, setAsks] = useState(false)
  useEffect(() => {
    typed.current = false
    if (open) withdrawToastActions()
  }, [open])
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
