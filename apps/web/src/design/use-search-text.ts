import { useEffect, useState } from 'react'

/** Long enough for a word, short enough to feel immediate. */
const typingMs = 200

/**
 * What is typed in a search, and told to the address once it rests: a reload and the way back find it again. `settle` tells
 * it at once, for whoever goes on before it rested.
 */
export const useSearchText = (told: string, onTold: (text: string) => void) => {
  const [text, setText] = useState(told)
  const settle = (): void => {
    if (text.trim() !== told) onTold(text.trim())
  }
  useEffect(() => {
    const timer = setTimeout(settle, typingMs)
    return () => clearTimeout(timer)
    // Only typing starts the wait; `onTold` is made anew with every render.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [text, told])
  return { text, setText, settle }
}
