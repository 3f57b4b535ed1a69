export interface TestApp {
  /** Web app and API, from one origin: `http://localhost:port`. */
  url: string
  stop: () => Promise<void>
}

/**
 * Builds what is stale and starts web, API and worker on a throw-away server with `TEST_CLOCK=on`: for browser tests
 * and benchmarks. `variables` are added to the environment of the API.
 */
export function startTestApp(
  variables?: Record<string, string>,
): Promise<TestApp & { readonly databaseUrl: string }>

/** The same on a database of the caller's, and without building anything. */
export function startTestAppOn(databaseUrl: string, variables?: Record<string, string>): Promise<TestApp>
