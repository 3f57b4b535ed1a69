import { randomUUID } from 'node:crypto'

declare const BUILD_FINGERPRINT: string

/**
 * Names the code that runs, by a hash of its sources that the build writes in. What was derived by other code is not of this
 * build. Code that nobody built is a build of its own with every start.
 */
export const build: string = typeof BUILD_FINGERPRINT === 'undefined' ? randomUUID() : BUILD_FINGERPRINT
