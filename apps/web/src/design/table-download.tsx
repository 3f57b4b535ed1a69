import type { ReactNode } from 'react'
import { FileDownload } from './file-download.tsx'
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
}) => <FileDownload save={async () => saveTable(await read(), name)}>{children}</FileDownload>
