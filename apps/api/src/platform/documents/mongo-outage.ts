/** The server cannot be reached, changes its primary or is too slow: no wrong question. */
const awayNames = new Set([
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoServerSelectionError',
  'MongoStalePrimaryError',
  'MongoPoolClearedError',
  'MongoPoolClosedError',
  'MongoWaitQueueTimeoutError',
  'MongoServerClosedError',
  'MongoNotConnectedError',
  'MongoTopologyClosedError',
  'MongoClientClosedError',
  'MongoOperationTimeoutError',
  'MongoPatienceError',
])

const awayCodes = new Set([
  6, // host unreachable
  7, // host not found
  24, // lock timeout
  50, // took longer than its limit
  64, // not acknowledged by a majority in time
  89, // network timeout
  91, // shutting down
  100, // a majority is not there
  133, // no server of the wanted kind
  134, // a majority cannot be read from yet
  189, // primary stepped down
  202, // too many operations wait
  262, // took longer than its limit
  365, // temporarily unavailable
  9001, // socket
  10058, // not primary, of older servers
  10107, // not primary
  11600, // interrupted at shutdown
  11602, // interrupted by a change of primary
  13435, // not primary
  13436, // primary or secondary, neither yet
])

/** The server did not answer in time; whether it did what it was asked is not known. */
export class MongoPatienceError extends Error {
  override readonly name = 'MongoPatienceError'
}

const DISK_FULL = 14_031

/** Whether MongoDB is the matter, and how, and not the question. Loads no driver to know it. */
export const mongoOutageOf = (error: Error): 'away' | 'full' | undefined => {
  if (awayNames.has(error.name)) return 'away'
  const { code } = error as { code?: unknown }
  if (!error.name.startsWith('Mongo')) return undefined
  if (code === DISK_FULL) return 'full'
  return awayCodes.has(code as number) ? 'away' : undefined
}
