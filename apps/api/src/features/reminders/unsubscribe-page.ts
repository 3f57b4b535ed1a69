import { html } from '../../platform/http/html.ts'
import type { Locale } from '../../platform/mail/letter.ts'
import { plainPage } from './plain-page.ts'

const texts = {
  en: {
    title: 'No more e-mail?',
    ask: (what: string) =>
      `You will get no more e-mail about: ${what}. In the application you are told as before.`,
    button: 'No more e-mail about this',
    done: 'Done',
    after: (what: string) => `You get no more e-mail about: ${what}.`,
    settings: 'All settings',
  },
  hi: {
    title: 'ईमेल बंद करें?',
    ask: (what: string) => `इनके ईमेल अब नहीं आएँगे: ${what}। ऐप में पहले जैसा बताया जाएगा।`,
    button: 'इनके ईमेल बंद करें',
    done: 'हो गया',
    after: (what: string) => `इनके ईमेल अब नहीं आएँगे: ${what}।`,
    settings: 'सभी सेटिंग',
  },
} as const

/** Asks; what is sent by the button does it. */
export const unsubscribePage = (locale: Locale, what: string, token: string): string => {
  const { title, ask, button } = texts[locale]
  const action = `/v1/unsubscribe?token=${encodeURIComponent(token)}`
  return plainPage(
    locale,
    title,
    html`<p>${ask(what)}</p>
      <form method="post" action="${action}"><button type="submit">${button}</button></form>`,
  )
}

export const unsubscribedPage = (locale: Locale, what: string): string => {
  const { done, after, settings } = texts[locale]
  return plainPage(
    locale,
    done,
    html`<p>${after(what)}</p>
      <p><a href="/settings/notifications">${settings}</a></p>`,
  )
}
