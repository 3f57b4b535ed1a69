import { clearSharedPayloads, getSharedPayloads } from 'expo-sharing'

/** The text that another app shared with this one, once. */
export const takeIncomingText = (): string | null => {
  const text = getSharedPayloads().find(({ shareType }) => shareType === 'text' || shareType === 'url')
  if (text === undefined) return null
  clearSharedPayloads()
  return text.value
}
