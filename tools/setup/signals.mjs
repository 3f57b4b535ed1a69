import { readFileSync } from 'node:fs'

/**
 * Calls back when npm, which started this script, was killed: nobody else would pass a Ctrl-C on any more. npm is our
 * parent, or the parent of the shell that is.
 * @param {() => void} callback
 */
export function onOrphaned(callback) {
  if (!process.env.npm_lifecycle_event) return
  const before = ancestors()
  const timer = setInterval(() => {
    if (ancestors() === before) return
    clearInterval(timer)
    callback()
  }, 1000)
  timer.unref()
}

function ancestors() {
  try {
    const stat = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
    return `${process.ppid} ${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]}`
  } catch {
    return String(process.ppid)
  }
}

/**
 * Resolves at the first request to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the process that started us.
 * @returns {Promise<void>}
 */
export function stopRequested() {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => resolve())
    onOrphaned(resolve)
    process.once('disconnect', resolve)
    process.channel?.unref()
  })
}
