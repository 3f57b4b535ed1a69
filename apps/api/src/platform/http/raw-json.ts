import { gunzipSync } from 'node:zlib'

/** JSON that is already text, or already packed for who accepts gzip: a projection is sent as it was stored. */
export class RawJson {
  readonly content: string | Buffer

  constructor(content: string | Buffer) {
    this.content = content
  }

  get text(): string {
    return typeof this.content === 'string' ? this.content : gunzipSync(this.content).toString()
  }
}

export const rawJson = (content: string | Buffer) => new RawJson(content)
