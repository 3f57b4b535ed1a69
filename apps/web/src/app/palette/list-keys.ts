/** The rows of the screen that lead somewhere, in their order. */
const rows = (): HTMLElement[] =>
  [...document.querySelectorAll<HTMLElement>('main li:has(a[href])')].filter((row) => row.checkVisibility())

const rowInFocus = (): HTMLElement | null => document.activeElement?.closest<HTMLElement>('main li') ?? null

/** Moves the focus to the row behind or before the one that has it. */
export const stepInList = (by: 1 | -1): void => {
  const all = rows()
  const here = all.findIndex((row) => row === rowInFocus())
  const next =
    all[here < 0 ? (by > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, here + by))]
  next?.querySelector<HTMLElement>('a[href]')?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

/** Presses what marks the row in focus as paid, where there is such a thing. */
export const payInList = (): void => rowInFocus()?.querySelector<HTMLElement>('[data-key=p]')?.click()
