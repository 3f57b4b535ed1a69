/** A page on the bench has no camera that reads codes: the address is typed. */
export const canScan = false

export const Scanner = (_: { onRead: (text: string) => void; onClose: () => void }) => null
