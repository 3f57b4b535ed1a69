import { useEffect, useRef, type RefObject } from 'react'

/**
 * Where what had the focus is gone because `state` changed, such as a button after its press, what stands in its place
 * takes it: nobody has to begin at the top of the page again. The element needs `tabIndex={-1}`.
 */
export const useKeptFocus = <Element extends HTMLElement>(state: unknown): RefObject<Element | null> => {
  const place = useRef<Element>(null)
  const last = useRef(state)
  useEffect(() => {
    if (last.current === state) return
    last.current = state
    if (document.activeElement === document.body) place.current?.focus({ preventScroll: true })
  }, [state])
  return place
}
