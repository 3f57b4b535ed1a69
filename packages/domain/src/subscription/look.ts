/** A look of one's own: one emoji or a colour as #rrggbb, never both (decision 0046). */
export interface Look {
  readonly emoji?: string | undefined
  readonly color?: string | undefined
}

/** The look of what is kept as one text; null for none. */
export const lookOf = (text: string | null | undefined): { emoji?: string; color?: string } | null =>
  text === null || text === undefined ? null : text.startsWith('#') ? { color: text } : { emoji: text }

/** The one text that a look is kept as; null for none, and for one that only a newer version knows. */
export const lookText = (look: Look | null | undefined): string | null => look?.emoji ?? look?.color ?? null
