export interface TestRedis {
  url: string
  /** Ends it at once, with everything that it knew. */
  kill: () => Promise<void>
  /** Starts it again on the same port, empty. */
  start: () => Promise<void>
  stop: () => Promise<void>
}

/** A Redis of a test's own that keeps nothing on disk; it ends with this process. */
export function startTestRedis(): Promise<TestRedis>
