/** For a form whose values are asked for again while it stands open: what was typed stays, the rest follows. */
export const keepTyping = { keepDirtyValues: true, keepDirty: true } as const

/** What was typed is saved: from here on the form follows again. */
export const nothingTyped = { keepDirtyValues: false, keepDirty: false } as const
