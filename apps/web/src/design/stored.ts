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

/** The same for what lasts as long as this tab: it is still there after a way through another site. */
export const readKept = (key: string): string | null => {
  try {
    return sessionStorage.getItem(`streamline.${key}`)
  } catch {
    return null
  }
}

/** The names of all that is kept and begins so. */
export const keptUnder = (prefix: string): string[] => {
  try {
    const whole = `streamline.${prefix}`
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(whole))
      .map((key) => key.slice(whole.length))
  } catch {
    return []
  }
}

export const writeKept = (key: string, value: string | null): void => {
  try {
    if (value === null) sessionStorage.removeItem(`streamline.${key}`)
    else sessionStorage.setItem(`streamline.${key}`, value)
  } catch {
    // See above.
  }
}

/** Before the names of what was typed and not saved. */
export const drafts = 'draft.'

/** Whoever comes next types afresh. */
export const forgetDrafts = (): void => {
  for (const name of keptUnder(drafts)) writeKept(`${drafts}${name}`, null)
}
