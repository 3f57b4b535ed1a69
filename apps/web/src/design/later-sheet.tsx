import { type ComponentType, lazy, Suspense, useEffect } from 'react'
import { useShown } from './use-shown.ts'

/** Once nothing else is to be done; not every browser says when. */
const whenQuiet = (work: () => void): (() => void) => {
  if (!('requestIdleCallback' in globalThis)) {
    const timer = setTimeout(work, 2000)
    return () => clearTimeout(timer)
  }
  const handle = requestIdleCallback(work)
  return () => cancelIdleCallback(handle)
}

/**
 * A sheet whose program, and all that is typed into, is fetched once the screen beneath it stands. `subjectOf` is what it is about: null
 * until it is opened for the first time.
 */
export const laterSheet = <Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  subjectOf: (props: Props) => unknown,
) => {
  const Sheet = lazy(async () => ({ default: await load() })) as unknown as ComponentType<Props>
  return (props: Props) => {
    useEffect(() => whenQuiet(() => void load().catch(() => null)), [])
    const wasOpened = useShown(subjectOf(props)) !== null
    return wasOpened ? (
      <Suspense>
        <Sheet {...props} />
      </Suspense>
    ) : null
  }
}
