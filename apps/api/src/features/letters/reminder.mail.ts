import type { Letter, MailKind } from '../../platform/mail/letter.ts'

/**
 * Written out when it is posted, in the language of its reader: what a letter said stays what it said. Lines and their links alternate.
 */
export const reminderMail: MailKind<{
  subject: string
  body: string
  unsubscribe: string
  household: string
  stop: string
  settings: string
}> = {
  name: 'reminder',
  letter: {
    en: (data) =>
      letterOf(data, {
        from: `From Streamline, for ${data.household}.`,
        settings: 'Change what you are told, how and when',
        stop: `No more e-mail about ${data.stop}`,
      }),
    hi: (data) =>
      letterOf(data, {
        from: `Streamline से, ${data.household} के लिए।`,
        settings: 'बदलें कि आपको क्या, कैसे और कब बताया जाए',
        stop: `इनके ईमेल बंद करें: ${data.stop}`,
      }),
  },
}

interface Footer {
  readonly from: string
  readonly settings: string
  readonly stop: string
}

const letterOf = (
  {
    subject,
    body,
    unsubscribe,
    settings,
  }: { subject: string; body: string; unsubscribe: string; settings: string },
  footer: Footer,
): Letter => ({
  subject,
  body: [
    ...(JSON.parse(body) as Letter['body']),
    footer.from,
    { label: footer.settings, url: settings },
    { label: footer.stop, url: unsubscribe },
  ],
  unsubscribe,
})
