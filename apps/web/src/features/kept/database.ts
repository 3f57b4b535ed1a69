const NAME = 'streamline'
const STORE = 'kept'

/** What is kept on this device, by name. A browser may refuse to keep anything: then every call fails, and the app works as without. */
const open = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1)
    request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE))
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error ?? new Error('Nothing can be kept')))
  })

const within = async <T>(
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<T>,
): Promise<T> => {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      // Strict: what is said to be kept is there after the battery went.
      const transaction = database.transaction(STORE, mode, { durability: 'strict' })
      const request = work(transaction.objectStore(STORE))
      transaction.addEventListener('complete', () => resolve(request.result))
      transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('Not kept')))
    })
  } finally {
    database.close()
  }
}

export const readKeptAt = (name: string): Promise<unknown> =>
  within('readonly', (store) => store.get(name) as IDBRequest<unknown>)

/** How often each was forgotten: what was to be kept before that is not kept after it. */
const forgotten = new Map<string, number>()

export const timesForgotten = (name: string): number => forgotten.get(name) ?? 0

/** Keeps nothing where the name was forgotten since `as of`, however long the device took to get there. */
export const keepAt = async (
  name: string,
  value: unknown,
  asOf: number = timesForgotten(name),
): Promise<void> => {
  await within('readwrite', (store) => {
    const request: IDBRequest = timesForgotten(name) === asOf ? store.put(value, name) : store.count()
    return request as IDBRequest<unknown>
  })
}

export const forgetAt = async (name: string): Promise<void> => {
  forgotten.set(name, timesForgotten(name) + 1)
  await within('readwrite', (store) => store.delete(name))
}

/** Leaves no trace that anything was kept here. */
export const forgetAll = (): Promise<void> =>
  new Promise((resolve) => {
    const request = indexedDB.deleteDatabase(NAME)
    for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve())
  })

export const keptNames = (): Promise<readonly IDBValidKey[]> =>
  within('readonly', (store) => store.getAllKeys())
