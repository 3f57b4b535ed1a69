/** Every PostgreSQL process that works on a cluster. Empty on other systems than Linux. */
export function processesOn(cluster: string): Promise<number[]>

export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void
