import AsyncStorage from '@react-native-async-storage/async-storage'
import { isWorthKeeping, type Me } from '@streamline/client'
import { createAsyncStoragePersister } from '@tanstack/query-async-storage-persister'
import type { QueryClient } from '@tanstack/react-query'
import { persistQueryClientRestore, persistQueryClientSubscribe } from '@tanstack/react-query-persist-client'
import Constants from 'expo-constants'

const month = 30 * 24 * 3_600_000

const persister = createAsyncStoragePersister({
  storage: AsyncStorage,
  key: 'streamline.answers',
  throttleTime: 1000,
})

/** Answers are read by the program that asked for them, on the server that gave them. */
const busterOf = (server: string): string => `${Constants.expoConfig?.version ?? ''} ${server}`

/** Puts the last answers where the screens look for them; true where there is somebody to show. */
export const restoreAnswers = async (queryClient: QueryClient, server: string): Promise<boolean> => {
  await persistQueryClientRestore({ queryClient, persister, maxAge: month, buster: busterOf(server) }).catch(
    () => null,
  )
  return queryClient.getQueryData<Me>(['me']) !== undefined
}

/** Keeps what is on screen as it changes; answers how to stop. */
export const keepAnswers = (queryClient: QueryClient, server: string): (() => void) =>
  persistQueryClientSubscribe({
    queryClient,
    persister,
    buster: busterOf(server),
    dehydrateOptions: { shouldDehydrateQuery: isWorthKeeping, shouldDehydrateMutation: () => false },
  })

/** Whoever signed out leaves nothing behind. */
export const forgetAnswers = async (queryClient: QueryClient): Promise<void> => {
  queryClient.clear()
  await Promise.resolve(persister.removeClient()).catch(() => null)
}
