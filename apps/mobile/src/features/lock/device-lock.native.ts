import { authenticateAsync, getEnrolledLevelAsync, SecurityLevel } from 'expo-local-authentication'

export const deviceLock = {
  /** Somebody set a screen lock up: a PIN is enough. */
  isThere: async (): Promise<boolean> => (await getEnrolledLevelAsync()) !== SecurityLevel.NONE,
  /** Asks for fingerprint, face or the PIN of the phone. */
  open: async (why: string): Promise<boolean> => {
    const { success } = await authenticateAsync({ promptMessage: why, disableDeviceFallback: false })
    return success
  },
}
