import { useProblemText } from '@streamline/client'
import { showToast } from '@streamline/client/toasts'
import { Download } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { saveTable } from './save-file.ts'

/** Asks for a table for spreadsheets when it is wanted, and saves it under a name. */
export const TableDownload = ({
  name,
  read,
  children,
}: {
  name: string
  read: () => Promise<string>
  children: ReactNode
}) => {
  const problem = useProblemText()
  const [busy, setBusy] = useState(false)
  const download = async () => {
    setBusy(true)
    try {
      saveTable(await read(), name)
    } catch (error) {
      showToast(problem(error), { tone: 'danger' })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Button variant="secondary" size="sm" icon={Download} busy={busy} onClick={() => void download()}>
      {children}
    </Button>
  )
}
