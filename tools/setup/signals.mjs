/**
 * Calls back when npm, which started this script, was killed: nobody else would pass a Ctrl-C on any more.
 * @param {() => void} callback
 */
export function onOrphaned(callback) {
  if (!process.env.npm_lifecycle_event) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    callback()
  }, 1000)
  timer.unref()
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
