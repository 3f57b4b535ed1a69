export interface TestApp {
  /** Web app and API, from one origin: `http://localhost:port`. */
  url: string
  databaseUrl: string
  stop: () => Promise<void>
}

/**
 * Builds what is stale and starts web, API and worker on a throw-away database with `TEST_CLOCK=on`: for browser tests
 * and benchmarks. `variables` are added to the environment of the API.
 */
export function startTestApp(variables?: Record<string, string>): Promise<TestApp>
