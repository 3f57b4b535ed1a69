const fills = ['fill-ott', 'fill-mobile', 'fill-broadband', 'fill-tv', 'fill-other', 'fill-faint'] as const
const dots = ['bg-ott', 'bg-mobile', 'bg-broadband', 'bg-tv', 'bg-other', 'bg-faint'] as const

/** So many groups have a colour of their own; one more is for the others together. */
export const COLOURS = 5

export const fillOf = (at: number): string => fills[Math.min(at, fills.length - 1)] ?? fills[0]

export const dotOf = (at: number): string => dots[Math.min(at, dots.length - 1)] ?? dots[0]
