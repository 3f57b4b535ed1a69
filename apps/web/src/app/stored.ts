/** Choices that outlive a reload on this device. Storage may be forbidden: then they last as long as the page. */
export const readStored = (key: string): string | null => {
  try {
    return localStorage.getItem(`streamline.${key}`)
  } catch {
    return null
  }
}

export const writeStored = (key: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`streamline.${key}`)
    else localStorage.setItem(`streamline.${key}`, value)
  } catch {
    // See above.
  }
}
