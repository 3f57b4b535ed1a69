import { Injectable } from '@nestjs/common'
import { htmlBody, plainText } from './letter.ts'
import { DeliveryRepository } from '../deliveries/delivery.repository.ts'
import { Outbox } from './outbox.ts'

const MOST = 200

/** Messages as who develops reads them, the newest first. */
@Injectable()
export class Mailbox {
  constructor(
    private readonly repository: DeliveryRepository,
    private readonly outbox: Outbox,
  ) {}

  async messages(to: string | null) {
    const rows = await this.repository.newest(to, MOST)
    return rows.flatMap((row) => {
      const letter = this.outbox.written(row)
      if (letter === undefined) return []
      const { id, recipient, kind, locale, createdAt: at } = row
      const links = letter.body.flatMap((part) => (typeof part === 'string' ? [] : [part.url]))
      const { subject } = letter
      return {
        id,
        at,
        to: recipient,
        kind,
        locale,
        subject,
        text: plainText(letter),
        html: htmlBody(letter).text,
        links,
      }
    })
  }
}
