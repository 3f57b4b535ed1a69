export interface EmbeddedPostgres {
  /** `postgres://streamline:…@127.0.0.1:port/streamline`; the role owns the database and may create others. */
  url: string
  pid: number
  port: number
  /** The database folder in use. */
  folder: string
  /** Settles when the server has ended, for whatever reason. */
  exited: Promise<number | null>
  /** Fast shutdown; everything committed is kept. */
  stop: () => Promise<void>
}

/** Rejects where another living process runs its database on the folder. */
export function checkUnused(dataDir: string): Promise<void>

export function startEmbeddedPostgres(options: {
  dataDir: string
  log?: (line: string) => void
  /** `name=value` pairs passed to the server. */
  settings?: string[]
  /** False only for throw-away databases: initdb does not flush to disk. */
  durable?: boolean
  /** The port to listen on; a free one unless it is given. */
  port?: number
}): Promise<EmbeddedPostgres>
