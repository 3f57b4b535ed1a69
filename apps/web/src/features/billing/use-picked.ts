import { useState } from 'react'

/** Which of the rows are chosen; null while nobody chooses. */
export const usePicked = () => {
  const [picked, setPicked] = useState<ReadonlySet<string> | null>(null)
  return {
    picked,
    toggle: () => setPicked(picked === null ? new Set() : null),
    stop: () => setPicked(null),
    add: (ids: readonly string[]) => setPicked(new Set([...(picked ?? []), ...ids])),
    pick: (id: string, isPicked: boolean) =>
      setPicked(new Set([...[...(picked ?? [])].filter((other) => other !== id), ...(isPicked ? [id] : [])])),
  }
}
