import AsyncStorage from '@react-native-async-storage/async-storage'

/** What this device remembers beside its session, by name. */
const names = ['server', 'language', 'theme', 'household', 'upi', 'notices', 'lock'] as const

export type StoredName = (typeof names)[number]

const keyOf = (name: StoredName): string => `streamline.${name}`

const known = new Map<string, string | null>()

/** Reads all of it once, before anything is shown. A device that keeps nothing starts afresh. */
export const loadStored = async (): Promise<void> => {
  const pairs = await AsyncStorage.multiGet(names.map(keyOf)).catch(() => [])
  for (const [key, value] of pairs) known.set(key, value)
}

export const readStored = (name: StoredName): string | null => known.get(keyOf(name)) ?? null

export const writeStored = (name: StoredName, value: string | null): void => {
  known.set(keyOf(name), value)
  const done =
    value === null ? AsyncStorage.removeItem(keyOf(name)) : AsyncStorage.setItem(keyOf(name), value)
  void done.catch(() => null)
}
