/** A page on the bench has no camera that reads codes: the address is typed. */
export const canScan = false

interface Scanning {
  onRead: (text: string) => void
  onClose: () => void
}

export const Scanner: (scanning: Scanning) => null = () => null
