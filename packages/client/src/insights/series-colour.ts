/** In the order of the series, the last for the others together; each app knows how it fills with them. */
export const seriesColours = ['ott', 'mobile', 'broadband', 'tv', 'other', 'faint'] as const

export type SeriesColour = (typeof seriesColours)[number]

/** So many groups have a colour of their own; one more is for the others together. */
export const OWN_COLOURS = seriesColours.length - 1

export const seriesColour = (at: number): SeriesColour => seriesColours[at] ?? 'faint'
