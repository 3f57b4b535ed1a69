import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { SealedBox } from '../secrets/sealed-box.ts'

/** Answers as they are kept: packed, and sealed where they hold a secret. */
export class AnswerBox {
  private readonly secrets: SealedBox

  constructor(appSecret: string) {
    this.secrets = new SealedBox(appSecret, 'answers')
  }

  pack(text: string, isSecret: boolean): Buffer {
    return isSecret ? Buffer.from(this.secrets.seal(text)) : deflateRawSync(text)
  }

  /** Undefined where it was sealed under another secret. */
  unpack(body: Buffer, isSealed: boolean): string | undefined {
    return isSealed ? this.secrets.open(body.toString('utf8')) : inflateRawSync(body).toString('utf8')
  }
}
