import { html, type Html } from '../http/html.ts'

export type Locale = 'en' | 'hi'

export interface LetterLink {
  readonly label: string
  readonly url: string
}

/** A message as its template says it: a subject and paragraphs, of which some are links. */
export interface Letter {
  readonly subject: string
  readonly body: readonly (string | LetterLink)[]
  /** Where a POST ends letters of this kind (RFC 8058). */
  readonly unsubscribe?: string
}

export type MailData = Readonly<Record<string, string>>

/** One kind of message and its texts. Templates are pure: the same data, the same letter. */
export interface MailKind<Data extends MailData> {
  readonly name: string
  readonly letter: Readonly<Record<Locale, (data: Data) => Letter>>
}

/** A header is one line, whatever a name tries to smuggle into it. */
// eslint-disable-next-line no-control-regex
export const headerText = (text: string) => text.replaceAll(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim()

export const plainText = ({ body }: Letter) =>
  body.map((part) => (typeof part === 'string' ? part : `${part.label}:\n${part.url}`)).join('\n\n')

export const htmlBody = ({ body }: Letter): Html =>
  html`${body.map((part) =>
    typeof part === 'string' ? html`<p>${part}</p>` : html`<p><a href="${part.url}">${part.label}</a></p>`,
  )}`

export const htmlText = (letter: Letter, locale: Locale) =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <title>${letter.subject}</title>
      </head>
      <body>
        ${htmlBody(letter)}
      </body>
    </html>`.text
