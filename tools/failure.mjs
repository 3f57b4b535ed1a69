/** A problem with a known cause. Its message is the one line a person reads; no stack trace is shown for it. */
export class Failure extends Error {}

/** @type {Record<string, string>} */
const knownCodes = {
  ENOSPC: 'The disk is full',
  EDQUOT: 'The disk quota is used up',
  EROFS: 'The disk is read-only',
  EACCES: 'No permission',
  EPERM: 'No permission',
  EMFILE: 'Too many open files',
  ENOTDIR: 'Not a folder',
  EEXIST: 'Not a folder',
}

/**
 * One line for any error.
 * @param {unknown} error
 */
export function oneLine(error) {
  if (error instanceof Failure) return error.message
  if (!(error instanceof Error)) return String(error)
  const known = knownCodes[codeOf(error)]
  const path = 'path' in error && typeof error.path === 'string' && error.path
  if (known) return path ? `${known}: ${path}` : `${known}: ${error.message.split('\n')[0]}`
  return error.message.split('\n')[0] || error.name
}

/**
 * The code that Node gives to errors of the system, such as ENOSPC.
 * @param {unknown} error
 */
export function codeOf(error) {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''
}

/**
 * Runs an entry script: a failure is one clear line and exit code 1. STREAMLINE_TRACE=1 adds the stack.
 * @param {() => Promise<void>} main
 */
export async function run(main) {
  try {
    await main()
  } catch (error) {
    console.error(oneLine(error))
    if (process.env.STREAMLINE_TRACE && error instanceof Error) console.error(error.stack)
    process.exit(1)
  }
}
