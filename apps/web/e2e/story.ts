import { beforeEach } from 'vitest'

/** For tests of which each begins where the one before it ended: when one fails, it fails alone and the rest is not told. */
export const toldInOrder = (): void => {
  let broken: string | undefined
  beforeEach(({ skip, task, onTestFailed }) => {
    skip(broken !== undefined, `not told, because “${broken}” failed before it`)
    onTestFailed(() => {
      broken = task.name
    })
  })
}
