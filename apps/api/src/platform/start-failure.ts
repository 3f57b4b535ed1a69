/** Why the process cannot start, in one line that a person can act on. No stack trace is shown for it. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure'
}
