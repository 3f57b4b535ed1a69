import AsyncStorage from '@react-native-async-storage/async-storage'

const key = 'streamline.told'
const week = 7 * 86_400_000

/** When a message of each tag came to this phone, in milliseconds since 1970; what is older than a week is forgotten. */
export const readTold = async (): Promise<ReadonlyMap<string, number>> => {
  const text = await AsyncStorage.getItem(key).catch(() => null)
  return new Map(text === null ? [] : (JSON.parse(text) as [string, number][]))
}

export const noteTold = async (tag: string, at: number): Promise<void> => {
  const told = new Map(await readTold())
  told.set(tag, at)
  const kept = [...told].filter(([, time]) => time > at - week)
  await AsyncStorage.setItem(key, JSON.stringify(kept))
}

export const forgetTold = (): Promise<void> => AsyncStorage.removeItem(key)
