import { StartFailure } from './start-failure.ts'

interface Running {
  close(): Promise<void>
}

/** A stop that takes longer than this is not graceful any more. */
const PATIENCE = 10_000

/**
 * Runs a process: says when it is ready, stops it cleanly when it is told to or its parent is gone, and turns a start
 * that cannot work into one line and exit code 1.
 */
export async function runProcess(start: () => Promise<Running>): Promise<void> {
  // Work that nobody waits for may fail; requests in flight should not end with it.
  process.on('unhandledRejection', (reason) => console.error(reason))
  try {
    const running = await start()
    stopOnSignals(running)
    process.send?.({ type: 'ready' })
  } catch (error) {
    console.error(oneLine(error))
    process.exit(1)
  }
}

function stopOnSignals(running: Running): void {
  let isStopping = false
  const stop = () => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(1), PATIENCE).unref()
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
  process.once('disconnect', stop)
}

export function oneLine(error: unknown): string {
  if (error instanceof StartFailure) return error.message
  const { code, port, address } = error as { code?: string; port?: number; address?: string }
  if (code === 'EADDRINUSE') return `Port ${port} is already in use: stop what runs there, or set PORT`
  if (code === 'EACCES' && port !== undefined)
    return `Port ${port} may not be opened by this user: set PORT above 1023`
  if (code === 'EADDRNOTAVAIL') return `HOST ${address} is not an address of this machine`
  // A start that fails for an unknown reason is a bug of ours, and then the stack is what helps.
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}
