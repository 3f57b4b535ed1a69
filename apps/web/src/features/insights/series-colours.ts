import { seriesColour, type SeriesColour } from '@streamline/client/insights'

const fills: Record<SeriesColour, string> = {
  ott: 'fill-ott',
  mobile: 'fill-mobile',
  broadband: 'fill-broadband',
  tv: 'fill-tv',
  other: 'fill-other',
  faint: 'fill-faint',
}

const dots: Record<SeriesColour, string> = {
  ott: 'bg-ott',
  mobile: 'bg-mobile',
  broadband: 'bg-broadband',
  tv: 'bg-tv',
  other: 'bg-other',
  faint: 'bg-faint',
}

export const fillOf = (at: number): string => fills[seriesColour(at)]

export const dotOf = (at: number): string => dots[seriesColour(at)]
