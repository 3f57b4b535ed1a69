/** A key as people type it. */
export const inFours = (secret: string): string => secret.replaceAll(/(.{4})(?=.)/g, '$1 ')

/** A code as people type it, with spaces or without. */
export const isTotpCode = (text: string): boolean => /^\d{6}$/.test(text.replaceAll(/\s/g, ''))

export const totpCodeIn = (text: string): string => text.replaceAll(/\s/g, '')
