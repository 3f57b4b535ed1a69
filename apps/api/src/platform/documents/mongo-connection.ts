import { MongoClient, type Db, type MongoClientOptions } from 'mongodb'
import { MongoPatienceError, mongoOutageOf } from './mongo-outage.ts'
import { MongoSilence } from './mongo-silence.ts'
import { StartFailure } from '../start-failure.ts'

/** A request is told within two seconds that the store is away, unless the address names a socketTimeoutMS. */
const PATIENCE = 1800
/** Work on many documents at once. */
export const LONG_PATIENCE = 15_000

const options: MongoClientOptions = {
  appName: 'streamline',
  // What was acknowledged is in the journal of most servers and survives the loss of any one.
  writeConcern: { w: 'majority', journal: true, wtimeoutMS: LONG_PATIENCE },
  retryWrites: true,
  retryReads: true,
  maxPoolSize: 20,
  serverSelectionTimeoutMS: 1500,
  connectTimeoutMS: 1500,
  waitQueueTimeoutMS: 1500,
  // Frees connections to a server that is frozen; who waits is told much earlier.
  socketTimeoutMS: LONG_PATIENCE,
  ignoreUndefined: true,
}

const namedIn = (url: string) =>
  new Set([...url.matchAll(/[?&]([^=&]+)=/g)].map(([, name]) => name?.toLowerCase()))

/** The address says otherwise where it names an option; how many must have seen a write is not negotiable. */
const optionsFor = (url: string): MongoClientOptions => {
  const named = namedIn(url)
  return Object.fromEntries(Object.entries(options).filter(([name]) => !named.has(name.toLowerCase())))
}

const DEFAULT_DATABASE = 'streamline'

/** The database that the address names. */
const databaseIn = (url: string) =>
  /^mongodb(?:\+srv)?:\/\/[^/?]+\/([^?]+)/.exec(url)?.[1] ?? DEFAULT_DATABASE

/** The way to MongoDB: connects when it is first asked, and never waits for longer than somebody is patient. */
export class MongoConnection {
  private readonly client: MongoClient
  private readonly db: Db
  private readonly patience: number
  private readonly silence = new MongoSilence(() => within(PATIENCE, this.db.command({ ping: 1 })))

  constructor(private readonly url: string) {
    try {
      this.client = new MongoClient(url, optionsFor(url))
    } catch (error) {
      throw new StartFailure(`MONGODB_URL: ${error instanceof Error ? error.message : String(error)}`)
    }
    this.patience = namedIn(url).has('sockettimeoutms') ? this.client.options.socketTimeoutMS : PATIENCE
    this.db = this.client.db(decodeURIComponent(databaseIn(url)))
  }

  ask<R>(work: (db: Db) => Promise<R>, patience = 0): Promise<R> {
    return this.silence.heed(() => within(Math.max(this.patience, patience), work(this.db)))
  }

  /** As `ask`, for the start of a process: what is wrong with the way becomes one line for a person. */
  async askAtStart<R>(work: (db: Db) => Promise<R>): Promise<R> {
    try {
      return await this.ask(work, LONG_PATIENCE)
    } catch (error) {
      if (!(error instanceof Error) || !error.name.startsWith('Mongo')) throw error
      const place = /^mongodb(?:\+srv)?:\/\/(?:[^@/]*@)?([^/?]+)/.exec(this.url)?.[1] ?? 'MONGODB_URL'
      const why =
        mongoOutageOf(error) === 'away' ? `no MongoDB answers at ${place}` : `MongoDB at ${place} refuses`
      throw new StartFailure(`MONGODB_URL: ${why} (${error.message})`, { cause: error })
    }
  }

  close(): Promise<void> {
    this.silence.end()
    return this.client.close()
  }
}

const within = async <R>(patience: number, work: Promise<R>): Promise<R> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new MongoPatienceError(`MongoDB did not answer within ${patience} ms`)),
      patience,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
