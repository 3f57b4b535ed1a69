import { forgetOtherBuilds, isOwn } from './kept-files.ts'
import { worker } from './scope.ts'

/** A page says which build it runs, by the address of its first program. */
interface Greeting {
  readonly kind: 'open'
  readonly entry: string
}

const isGreeting = (data: unknown): data is Greeting =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'open' && 'entry' in data

/** Windows that run this build. A worker that was stopped in between forgets them: then files are kept a little longer. */
const own = new Set<string>()

/** Files of other builds stay as long as any window may run one of them. */
export const tidyUp = async (): Promise<void> => {
  const open = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true })
  if (open.every(({ id }) => own.has(id))) await forgetOtherBuilds()
}

/** Answers whether the page runs this build; one that does not offers to load it. */
export const greet = async ({ data, source, ports }: ExtendableMessageEvent): Promise<void> => {
  if (!isGreeting(data) || !(source instanceof Client)) return
  const isCurrent = isOwn(data.entry)
  if (isCurrent) own.add(source.id)
  ports[0]?.postMessage({ isCurrent })
  await tidyUp()
}
