import { useProblemText } from '@streamline/client'
import { showToast } from '@streamline/client/toasts'
import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'

/** Asks for a file when it is wanted, and gives it to the person. */
export const FileDownload = ({ save, children }: { save: () => Promise<void>; children: ReactNode }) => {
  const problem = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      await save()
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button
      variant="secondary"
      size="sm"
      icon={Download}
      busy={busy}
      className="max-w-full text-left whitespace-normal!"
      onClick={() => void download()}
    >
      {children}
    </Button>
  )
}
