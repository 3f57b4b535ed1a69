import { seriesColour, type SeriesColour } from '@streamline/client/insights'

const dots: Record<SeriesColour, string> = {
  ott: 'bg-ott',
  mobile: 'bg-mobile',
  broadband: 'bg-broadband',
  tv: 'bg-tv',
  other: 'bg-other',
  faint: 'bg-faint',
}

export const dotOf = (at: number): string => dots[seriesColour(at)]
