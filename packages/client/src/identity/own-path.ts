/** A path of this site to go on to, or undefined: `//evil.example` and `/\evil` lead elsewhere. */
export const ownPath = (text: unknown): string | undefined =>
  typeof text === 'string' && /^\/(?!\/)[^\s\\]{0,199}$/.test(text) ? text : undefined
