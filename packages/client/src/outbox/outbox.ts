import { isPassing, problemOf } from '../problem.ts'
import { stateOf, subjectOf, type KeptAct } from './kept-act.ts'

/** Where acts are kept, whole and in order; it answers later. What was written is there after the app was killed. */
export interface ActStore {
  readonly read: () => Promise<readonly KeptAct[]>
  readonly write: (acts: readonly KeptAct[]) => Promise<void>
}

/** What a platform brings. */
export interface OutboxPlatform {
  readonly store: ActStore
  /** Sends one act; throws a `ProblemError` where it was not done, or nobody answered. */
  readonly send: (act: KeptAct) => Promise<{ readonly revision: number | null }>
  /** Milliseconds since 1970. */
  readonly now: () => number
  readonly newKey: () => string
  /** Runs one work of a name at a time, over all windows of the app. */
  readonly exclusively: <T>(name: 'list' | 'sending', work: () => Promise<T>) => Promise<T>
  /** Tells whoever shows the list, in all windows. */
  readonly changed: () => void
}

/** How a round ended: everything was answered, or nobody answers, or nobody is signed in any more. */
export type Round = { readonly end: 'done' | 'away' | 'signedOut'; readonly sent: number }

const signedOut = 401

/** The service said no. Anything else, a gateway's complaint or an answer that broke on the way, leaves open whether it was done. */
const isRefused = (error: unknown): boolean => {
  const { status } = problemOf(error)
  return status >= 400 && status < 500 && !isPassing(error)
}

/** What was made on the revision that an act of ours changed goes on from the revision that it left. */
const carriedOn = (other: KeptAct, done: KeptAct, revision: number | null): KeptAct => {
  const follows =
    revision !== null &&
    done.ifMatch !== null &&
    other.ifMatch === done.ifMatch &&
    other.householdId === done.householdId &&
    subjectOf(done) !== null &&
    subjectOf(other) === subjectOf(done)
  return follows ? { ...other, ifMatch: revision } : other
}

/**
 * What was entered while nobody answered, kept until somebody does. Each act is done once, in the order in which they were entered; what
 * the service refuses stays, with why, until the person has decided. Nothing here knows a page: a phone keeps its acts the same way.
 */
export const createOutbox = ({ store, send, now, newKey, exclusively, changed }: OutboxPlatform) => {
  const change = (turn: (acts: readonly KeptAct[]) => readonly KeptAct[]): Promise<void> =>
    exclusively('list', async () => {
      const acts = await store.read()
      await store.write(turn(acts))
      changed()
    })

  const replace = (key: string, turn: (act: KeptAct) => KeptAct): Promise<void> =>
    change((acts) => acts.map((act) => (act.key === key ? turn(act) : act)))

  const settle = async (act: KeptAct): Promise<'sent' | 'refused' | 'away' | 'signedOut'> => {
    // Written down before it is sent: an app that is killed in between knows that it may have been.
    if (act.triedAt === null) await replace(act.key, (kept) => ({ ...kept, triedAt: now() }))
    const answer = await send(act).catch((error: unknown) => ({ error }))
    if ('error' in answer) {
      const { code, status, current } = problemOf(answer.error)
      if (!isRefused(answer.error)) return 'away'
      if (status === signedOut) return 'signedOut'
      const refusal = { code, status, ...(current === undefined ? {} : { current }) }
      await replace(act.key, (kept) => ({ ...kept, refusal }))
      return 'refused'
    }
    await change((acts) =>
      acts.filter(({ key }) => key !== act.key).map((other) => carriedOn(other, act, answer.revision)),
    )
    return 'sent'
  }

  return {
    /** All that is kept, the oldest first. */
    acts: () => store.read(),

    /** Keeps an act, behind all others; one that waits already is kept once. */
    keep: (act: KeptAct): Promise<void> =>
      change((acts) => (acts.some(({ key }) => key === act.key) ? acts : [...acts, act])),

    /** Sends what waits, one after the other, until somebody has to be asked or nobody answers. */
    sendAll: (): Promise<Round> =>
      exclusively('sending', async () => {
        let sent = 0
        for (;;) {
          const next = (await store.read()).find((act) => stateOf(act, now()) === 'waiting')
          if (next === undefined) return { end: 'done', sent }
          const how = await settle(next)
          if (how === 'away' || how === 'signedOut') return { end: how, sent }
          if (how === 'sent') sent += 1
        }
      }),

    /** The person wants it all the same, on whatever is there now: it becomes an act of its own. */
    tryAgain: (key: string): Promise<void> =>
      exclusively('sending', () =>
        replace(key, (act) => ({ ...act, key: newKey(), ifMatch: null, triedAt: null, refusal: null })),
      ),

    /** The person does not want it any more. What is just being sent is waited for: it may be done by then. */
    drop: (key: string): Promise<void> =>
      exclusively('sending', () => change((acts) => acts.filter((act) => act.key !== key))),

    /** Forgets everything, as when the person signs out. */
    wipe: (): Promise<void> => change(() => []),
  }
}

export type Outbox = ReturnType<typeof createOutbox>
