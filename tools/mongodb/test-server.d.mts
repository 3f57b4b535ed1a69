export interface TestMongo {
  /** `mongodb://host:port`, without a database. */
  url: string
  /** What a person is told that the tests ran on. */
  name: string
  /** Ends the server by `kill -9` and starts it again on the same port and data; undefined where it is not ours. */
  kill: (() => Promise<void>) | undefined
  stop: () => Promise<void>
}

/**
 * A MongoDB for one run of the tests: the server that MONGODB_TEST_URL names, `mongod` where it is on the PATH, or the
 * stand-in. It ends with this process, even with a killed one.
 */
export function startTestMongo(): Promise<TestMongo | { missing: string }>

/** What a MongoDB for the tests would be, without starting one: a server that is named, a program, or why there is none. */
export function findProgram(): Promise<
  | { name: string; url: string }
  | { name: string; start: (folder: string, port: number) => import('node:child_process').ChildProcess }
  | { missing: string }
>
