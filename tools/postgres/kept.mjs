import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Failure, oneLine } from '../failure.mjs'
import { reasonIn } from './cluster.mjs'
import { startEmbeddedPostgres } from './embedded.mjs'

/** Ends within a minute after which it is no use to start it again. */
const MOST = 3
const MINUTE = 60_000

/**
 * The embedded PostgreSQL, started again at the same address when it ends by itself: killed, out of memory, crashed.
 * `gaveUp` settles with the reason when that does not help.
 * @param {{ dataDir: string, log: (line: string) => void, settings?: string[], durable?: boolean }} options
 */
export async function startKeptPostgres(options) {
  const { log } = options
  const first = await startEmbeddedPostgres(options)
  let current = first
  let isStopping = false
  /** @type {Promise<unknown>} */
  let restart = Promise.resolve()

  /** @returns {Promise<Failure>} */
  const keep = async () => {
    /** @type {number[]} */
    const ends = []
    for (;;) {
      await current.exited
      if (isStopping) return new Failure('It was stopped')
      const now = Date.now()
      if (ends.push(now) > MOST && now - (ends.at(-1 - MOST) ?? 0) < MINUTE)
        return new Failure(`PostgreSQL ends again and again: ${await lastWords(current.folder)}`)
      log('PostgreSQL ended unexpectedly: starting it again…')
      try {
        restart = startEmbeddedPostgres({ ...options, port: first.port }).then((server) => (current = server))
        await restart
      } catch (error) {
        return new Failure(`PostgreSQL ended unexpectedly and does not start again: ${oneLine(error)}`)
      }
      log('PostgreSQL runs again')
    }
  }
  const gaveUp = keep()
  const stop = async () => {
    isStopping = true
    await restart.catch(() => {})
    await current.stop()
  }
  return { url: first.url, folder: first.folder, gaveUp, stop }
}

/** @param {string} cluster */
async function lastWords(cluster) {
  const log = join(dirname(cluster), 'postgres.log')
  const written = await readFile(log, 'utf8').catch(() => '')
  return `${reasonIn(written.slice(-20_000))} (all of it: ${log})`
}
