import { Inject, Injectable } from '@nestjs/common'
import { reminderKinds, type ReminderKind } from '@streamline/domain'
import * as z from 'zod'
import { ENV, type Env } from '../../env.ts'
import { SealedBox } from '../../platform/secrets/sealed-box.ts'

const sealed = z.strictObject({ userId: z.uuid(), kinds: z.array(z.enum(reminderKinds)) })

export interface Unsubscription {
  readonly userId: string
  readonly kinds: readonly ReminderKind[]
}

/** Links that end letters of some kinds to somebody. They open nothing else, so they last for as long as the letter is kept. */
@Injectable()
export class UnsubscribeLinksService {
  private readonly box: SealedBox

  constructor(@Inject(ENV) private readonly env: Env) {
    this.box = new SealedBox(env.appSecret, 'unsubscribe')
  }

  linkFor(unsubscription: Unsubscription): string {
    const url = new URL('/v1/unsubscribe', this.env.publicUrl)
    url.searchParams.set('token', this.box.seal(JSON.stringify(unsubscription)))
    return url.href
  }

  /** Null where it is no link of ours, or was made under a secret that is lost. */
  read(token: string): Unsubscription | null {
    const text = this.box.open(token)
    return text === undefined ? null : sealed.parse(JSON.parse(text))
  }
}
