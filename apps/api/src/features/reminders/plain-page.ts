import { html, type Html } from '../../platform/http/html.ts'
import type { Locale } from '../../platform/mail/letter.ts'

/** A page of the API for who comes by a letter: it needs no script and no session. */
export const plainPage = (locale: Locale, title: string, body: Html) =>
  html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} · Streamline</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`.text
