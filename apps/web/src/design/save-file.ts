/** Gives a text to the person as a file. */
export const saveFile = (parts: BlobPart[], type: string, name: string): void => {
  const address = URL.createObjectURL(new Blob(parts, { type }))
  const link = Object.assign(document.createElement('a'), { href: address, download: name })
  link.click()
  // Some browsers begin to read only after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

/** Without it a spreadsheet reads ₹ and Devanagari as Latin letters. */
const byteOrderMark = '\uFEFF'

/** A table for spreadsheets. */
export const saveTable = (table: string, name: string): void =>
  saveFile([byteOrderMark, table], 'text/csv;charset=utf-8', name)
