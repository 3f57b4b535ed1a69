import { useEffect, type RefObject } from 'react'

/** While a bar is docked below, the field in focus stays above it, whatever comes late and pushes the page down. */
export const useFocusInSight = (dock: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const watch = new ResizeObserver(() => {
      const isDocked = dock.current !== null && getComputedStyle(dock.current).position === 'fixed'
      const field = document.activeElement
      if (isDocked && field?.matches('input, select, textarea')) field.scrollIntoView({ block: 'nearest' })
    })
    watch.observe(document.body)
    return () => watch.disconnect()
  }, [dock])
}
