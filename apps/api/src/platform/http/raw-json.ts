/** JSON that is already text: a projection is sent as it was stored. */
export class RawJson {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
}

export const rawJson = (text: string) => new RawJson(text)
