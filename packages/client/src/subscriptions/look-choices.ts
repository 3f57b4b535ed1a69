import type { SubscriptionDetail } from '../answers.ts'

/** Each reads under white letters. */
const colors = {
  '#7a2e62': 'plum',
  '#8c2f39': 'red',
  '#8a4b14': 'brown',
  '#2f6b4a': 'green',
  '#1f5f7a': 'blue',
  '#4a4a8f': 'violet',
} as const

const isColor = (look: string): look is keyof typeof colors => look in colors

const emojis: Record<SubscriptionDetail['kind'], readonly string[]> = {
  ott: ['🎬', '🍿', '🎵', '🏏', '🎮', '🧒'],
  mobile: ['📱', '👵', '👨‍👩‍👧', '🎓', '💼', '🛰️'],
  broadband: ['🏠', '🌐', '💻', '🏢', '🏡', '📡'],
  tv: ['📺', '🏏', '🎭', '🧒', '📰', '🛕'],
  other: ['💪', '📰', '☁️', '📚', '🚗', '🧘'],
}

/** The looks that are offered for a kind, and the one of today; on a tile that shows a mark no colour would be seen. */
export const lookChoices = (
  kind: SubscriptionDetail['kind'],
  value: string | null,
  hasMark: boolean,
): readonly string[] => {
  const offered = [...(hasMark ? [] : Object.keys(colors)), ...emojis[kind]]
  return value === null || offered.includes(value) ? offered : [value, ...offered]
}

/** How a colour is called; null for an emoji, which says itself. */
export const lookColorName = (look: string): (typeof colors)[keyof typeof colors] | null =>
  isColor(look) ? colors[look] : null
