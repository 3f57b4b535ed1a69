import type { ChildProcess } from 'node:child_process'

/** Every PostgreSQL process that works on a cluster. Empty on other systems than Linux. */
export function processesOn(cluster: string): Promise<number[]>

export function signalAll(pids: readonly number[], signal: NodeJS.Signals): void

/** Ends a process and removes a folder when this process ends, however it does; kill the answer to call it off. */
export function endWithThisProcess(pid: number, folder: string): ChildProcess
