import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common'
import { createTransport, type Transporter } from 'nodemailer'
import { ENV, type Env } from '../../env.ts'
import { htmlText, plainText, type Letter, type Locale } from './letter.ts'

export interface OutgoingMail {
  /** Its Message-ID, the same for every attempt: who gets it twice shows it once. */
  key: string
  to: string
  locale: Locale
  letter: Letter
}

/** Speaks SMTP with the server of `SMTP_URL`. */
@Injectable()
export class Smtp implements OnApplicationShutdown {
  private readonly transport: Transporter | undefined

  constructor(@Inject(ENV) private readonly env: Env) {
    if (env.smtpUrl === undefined) return
    this.transport = createTransport({
      url: env.smtpUrl,
      connectionTimeout: 5000,
      greetingTimeout: 5000,
      socketTimeout: 15_000,
      // A template can never make the server read a file or an address of ours.
      disableFileAccess: true,
      disableUrlAccess: true,
    })
  }

  /** Answers what the server said. */
  async send({ key, to, locale, letter }: OutgoingMail): Promise<string> {
    // It was posted where there was a server.
    if (this.transport === undefined) throw new Error('SMTP_URL is not set')
    const { response } = await this.transport.sendMail({
      from: this.env.mailFrom,
      to: { name: '', address: to },
      subject: letter.subject,
      messageId: `<${key}@${this.env.publicUrl.hostname}>`,
      text: plainText(letter),
      html: htmlText(letter, locale),
      headers: {
        'Auto-Submitted': 'auto-generated',
        'Content-Language': locale,
        ...(letter.unsubscribe === undefined
          ? {}
          : {
              'List-Unsubscribe': `<${letter.unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
      },
    })
    // What follows the code may name the person.
    return (response ?? '').slice(0, 3)
  }

  onApplicationShutdown(): void {
    this.transport?.close()
  }
}

/** True when the server will never take this mail, as opposed to a server that is away or misconfigured. */
export function isFinalRefusal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  return code === 'EENVELOPE' && typeof responseCode === 'number' && responseCode >= 500
}

/** True when the server says that nobody has this address (RFC 5321: 550, 551, 553), as opposed to one that refuses us or what we say. */
export function isUnknownAddress(error: unknown): boolean {
  const { responseCode } = error as { responseCode?: unknown }
  return isFinalRefusal(error) && [550, 551, 553].includes(Number(responseCode))
}

/** Why a delivery failed, without what it was about. */
export function reasonOf(error: unknown): string {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  const words = [code, responseCode].filter((word) => word !== undefined).map(String)
  return words.length > 0 ? words.join(' ') : 'unknown'
}
