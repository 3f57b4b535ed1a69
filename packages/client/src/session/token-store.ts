/** What outlives the app of a sign-in. A browser keeps only that there was one: its token is a cookie no script reads. */
export interface KeptSession {
  /** Null where the token travels by cookie. */
  readonly refreshToken: string | null
}

/** Where it is kept; secure storage answers later, so everything does. A store that fails may throw. */
export interface TokenStore {
  readonly read: () => Promise<KeptSession | null>
  readonly write: (kept: KeptSession | null) => Promise<void>
}

/**
 * The same, one act after the other, and remembering what a broken store did not take: then the session lasts as long as
 * the app runs.
 */
export const inTurn = (store: TokenStore): TokenStore => {
  let turn: Promise<unknown> = Promise.resolve()
  let unwritten: { readonly kept: KeptSession | null } | null = null
  const after = <T>(work: () => Promise<T>): Promise<T> => {
    const next = turn.then(work)
    turn = next.catch(() => null)
    return next
  }
  return {
    read: () =>
      after(() => (unwritten === null ? store.read().catch(() => null) : Promise.resolve(unwritten.kept))),
    write: (kept) =>
      after(async () => {
        unwritten = { kept }
        try {
          await store.write(kept)
          unwritten = null
        } catch {
          // It stays in memory.
        }
      }),
  }
}
