import AsyncStorage from '@react-native-async-storage/async-storage'
import type { Client } from '@streamline/client'
import { writeStored } from '../../design/stored.ts'
import { notices } from './notices'

const key = 'streamline.device'

/** Tells the service where messages to this phone go: the same phone again is the same device. */
export const registerToken = async (client: Client, token: string): Promise<void> => {
  const { id } = await client.identity.registerDevice({ kind: 'fcm', token })
  await AsyncStorage.setItem(key, id)
}

/** Answers false where this build, or the phone, has no push service. */
export const registerPhone = async (client: Client): Promise<boolean> => {
  const token = await notices.token()
  if (token === null) return false
  await registerToken(client, token)
  return true
}

/** Nothing is sent here any more; where nobody can be told the device goes with its session. */
export const removePhone = async (client: Client): Promise<void> => {
  writeStored('notices', 'off')
  const id = await AsyncStorage.getItem(key)
  if (id === null) return
  await client.identity.removeDevice({ id })
  await AsyncStorage.removeItem(key)
}
