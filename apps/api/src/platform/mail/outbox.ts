import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'
import { Deliveries } from '../deliveries/deliveries.ts'
import type { DeliveryDraft, DeliveryRow, Posted } from '../deliveries/delivery.types.ts'
import type { Queries } from '../postgres/postgres.ts'
import { emailChannel } from './email.channel.ts'
import { headerText, type Letter, type Locale, type MailData, type MailKind } from './letter.ts'
import { smsChannel } from './sms.channel.ts'

/** Demo visitors and deleted people have addresses that lead nowhere (RFC 2606). */
const NOWHERE = '@invalid'

/** Whose history shows a letter, and the key by which it is the same one. */
type Shown = Pick<DeliveryDraft, 'key' | 'userId' | 'householdId' | 'messageId' | 'title'>

interface Addressee {
  readonly email: string
  readonly locale: Locale | null
}

@Injectable()
export class Outbox {
  private readonly listeners: ((email: string) => Promise<void>)[] = []
  private readonly kinds = new Map<string, MailKind<never>>()

  constructor(
    private readonly deliveries: Deliveries,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Makes kinds known, so that what was posted can be written out later, also by another process. */
  register(...kinds: readonly MailKind<never>[]): void {
    for (const kind of kinds) {
      if (this.kinds.has(kind.name)) throw new Error(`Two kinds of mail are named ${kind.name}`)
      this.kinds.set(kind.name, kind)
    }
  }

  /** Told of each address that a mail server says nobody has. */
  whenUnknown(listener: (email: string) => Promise<void>): void {
    this.listeners.push(listener)
  }

  async unknownAddress(email: string): Promise<void> {
    for (const listener of this.listeners) await listener(email)
  }

  /** A letter that leaves the house. It is part of the transaction that causes it. */
  async post<Data extends MailData>(
    on: Queries,
    kind: MailKind<Data>,
    to: Addressee,
    data: Data,
    { isOwn = false, ...shown }: Shown & { readonly isOwn?: boolean } = {},
  ): Promise<Posted | undefined> {
    const [posted] = await this.postAll(on, kind, to, [{ data, shown }], { isOwn })
    return posted
  }

  /** As `post`, several of a kind to one person. */
  async postAll<Data extends MailData>(
    on: Queries,
    kind: MailKind<Data>,
    to: Addressee,
    letters: readonly { readonly data: Data; readonly shown: Shown }[],
    { isOwn = false }: { readonly isOwn?: boolean } = {},
  ): Promise<Posted[]> {
    if (!this.kinds.has(kind.name)) throw new Error(`The kind of mail ${kind.name} was never registered`)
    if (to.email.endsWith(NOWHERE)) return []
    const locale = to.locale ?? 'en'
    const drafts = letters.map(({ data, shown }) => {
      return { kind: kind.name, locale, recipient: to.email, data, ...shown }
    })
    // Without a mail server they wait in the mailbox.
    return this.deliveries.post(on, emailChannel, drafts, {
      isCarried: this.env.smtpUrl !== undefined,
      isOwn,
    })
  }

  /** A text message: nobody carries it, and it waits in the mailbox. */
  async postText(
    on: Queries,
    kind: MailKind<never>,
    to: { phone: string; locale: Locale | null },
    data: MailData,
  ) {
    const draft = { kind: kind.name, locale: to.locale ?? 'en', recipient: to.phone, data }
    await this.deliveries.post(on, smsChannel, [draft], { isCarried: false })
  }

  /** Part of deleting an account: what was sent to an address, or waits to be. */
  async forget(on: Queries, email: string): Promise<void> {
    await this.deliveries.forget(on, email)
  }

  /** The letter of a row; undefined where it was sealed under an APP_SECRET that is lost. */
  written(row: DeliveryRow): Letter | undefined {
    const data = this.deliveries.opened(row)
    return data === undefined ? undefined : this.letterOf(row, data)
  }

  letterOf({ kind: name, locale }: Pick<DeliveryRow, 'kind' | 'locale'>, data: unknown): Letter {
    const kind = this.kinds.get(name)
    if (kind === undefined) throw new Error(`There is no template for ${name}`)
    const letter = kind.letter[locale](data as never)
    return { ...letter, subject: headerText(letter.subject) }
  }
}
