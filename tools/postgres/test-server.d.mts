export interface TestPostgres {
  /** The database `streamline` of the throw-away server; its role may create others. */
  url: string
  /** A new database, empty or a copy of `template` (a name or a URL, nobody connected); answers its URL. */
  createDatabase: (template?: string) => Promise<string>
  stop: () => Promise<void>
}

/**
 * Starts a throw-away PostgreSQL without fsync, in about 1.5 s. It ends with this process, even with a killed one.
 * TEST_DATABASE_URL names a server to use instead; its role must be allowed to create databases.
 */
export function startTestPostgres(): Promise<TestPostgres>

/** The same as `TestPostgres.createDatabase`, for a test worker that knows only the URL of the server. */
export function createDatabase(serverUrl: string, template?: string): Promise<string>

export function dropDatabase(databaseUrl: string): Promise<void>
