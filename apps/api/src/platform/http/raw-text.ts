/** An answer that is text of another kind than JSON, such as a table for spreadsheets. */
export class RawText {
  readonly text: string
  readonly type: string

  constructor(text: string, type: string) {
    this.text = text
    this.type = type
  }
}

export const rawText = (text: string, type: string) => new RawText(text, type)
