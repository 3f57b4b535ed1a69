import { v7 } from 'uuid'
import type { Tx } from '../postgres/postgres.ts'

export interface Kept {
  /** The revision that the answer tells in its `ETag`. */
  readonly revision?: number
  /** It holds something that is shown once and kept as a hash everywhere else. */
  readonly isSecret?: boolean
}

/** What one request does. It happens once, however often it is sent with its key. */
export interface Act {
  /** Id of what it makes; all other ids derive from it. */
  readonly id: string
  /** For an act that is one transaction: keeps its answer with the commit that makes it true, and gives it back. */
  answer<T>(tx: Tx, answer: T, kept?: Kept): T
  /**
   * For an act on more than one store, before it does anything: its id is written down, and is the same when the act is sent
   * again after a crash. Answers the id.
   */
  claim(): Promise<string>
}

/** An act without a key: nothing tells it from another one like it. */
export const anAct = (id: string = v7()): Act => ({
  id,
  answer: (_, answer) => answer,
  claim: () => Promise.resolve(id),
})
