import { Html, html } from '../http/html.ts'

export interface MailboxMessage {
  id: string
  at: string
  to: string
  kind: string
  subject: string
  html: string
}

/** The messages, newest first, as one page that needs no script. */
export const mailboxPage = (messages: readonly MailboxMessage[]) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Mailbox · Streamline</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <nav aria-label="Messages">
          <strong>Mailbox</strong>
          ${messages.map(({ id, to, subject }) => html`<a href="#${id}">${to}<br />${subject}</a>`)}
        </nav>
        <main>
          <h1>Mailbox</h1>
          <p>What this installation would have sent. Only this machine sees it, and no production has it.</p>
          ${messages.length === 0 ? html`<p>Nothing yet.</p>` : ''}
          ${messages.map(
            (message) =>
              html`<article id="${message.id}">
                <h3>${message.subject}</h3>
                <p><i>To ${message.to}, ${message.at}, ${message.kind}</i></p>
                ${new Html(message.html)}
              </article>`,
          )}
        </main>
      </body>
    </html>`.text
