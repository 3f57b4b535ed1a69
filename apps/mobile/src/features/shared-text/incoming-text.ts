/** A page on the bench is shared nothing; there the text stands in the address. */
export const takeIncomingText = (): string | null => null
