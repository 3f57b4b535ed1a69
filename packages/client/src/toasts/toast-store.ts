export interface Toast {
  id: number
  text: string
  tone: 'plain' | 'danger'
  /** One thing to do about it, such as taking it back. */
  action?: { label: string; run: () => void } | undefined
}

/** Long enough to read. */
const stays = 7000

/** Long enough to read it, think, and reach its button by the keyboard; the pointer or focus on it stops the clock. */
const staysWithAction = 20_000

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

const change = (next: readonly Toast[]): void => {
  toasts = next
  for (const listener of listeners) listener()
}

export const currentToasts = (): readonly Toast[] => toasts

export const subscribeToToasts = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const dismissToast = (id: number): void => change(toasts.filter((toast) => toast.id !== id))

const timers = new Map<number, ReturnType<typeof setTimeout>>()

export const holdToast = (id: number): void => clearTimeout(timers.get(id))

export const releaseToast = (id: number): void => {
  holdToast(id)
  const isToAct = toasts.some((toast) => toast.id === id && toast.action !== undefined)
  timers.set(
    id,
    setTimeout(
      () => {
        timers.delete(id)
        dismissToast(id)
      },
      isToAct ? staysWithAction : stays,
    ),
  )
}

const withoutActions = (): readonly Toast[] => toasts.filter(({ action }) => action === undefined)

/** Before something else is done: what a message offers would then be about what was before, and it would stand in the way. */
export const withdrawToastActions = (): void => change(withoutActions())

/**
 * Says that something happened: `showToast('Paid ₹649', { action: { label: 'Undo', run } })`. Of messages with something to do only
 * the latest stands.
 */
export const showToast = (
  text: string,
  options: { tone?: Toast['tone']; action?: Toast['action'] } = {},
): void => {
  last += 1
  const others = options.action === undefined ? toasts : withoutActions()
  change([...others.slice(-2), { id: last, text, tone: options.tone ?? 'plain', action: options.action }])
  releaseToast(last)
}
