import AsyncStorage from '@react-native-async-storage/async-storage'
import type { ActStore, KeptAct } from '@streamline/client/outbox'

/** Acts of one person on one server: to anybody else, or elsewhere, they are never sent. */
const keyOf = (server: string, person: string): string => `streamline.acts ${server} ${person}`

/** What the device keeps of somebody's acts; a device that cannot read them says so, it does not say that there are none. */
export const actStore = (server: string, personOf: () => string | null): ActStore => {
  const key = (): string => {
    const person = personOf()
    if (person === null) throw new Error('Nobody is here whose acts could be kept')
    return keyOf(server, person)
  }
  return {
    read: async () => {
      const text = await AsyncStorage.getItem(key())
      return text === null ? [] : (JSON.parse(text) as KeptAct[])
    },
    write: (acts) =>
      acts.length === 0 ? AsyncStorage.removeItem(key()) : AsyncStorage.setItem(key(), JSON.stringify(acts)),
  }
}
