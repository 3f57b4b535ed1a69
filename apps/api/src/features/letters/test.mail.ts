import type { MailKind } from '../../platform/mail/letter.ts'
import { testWords } from './test-words.ts'

/** Shows somebody that letters arrive, when they ask for it. */
export const testMail: MailKind<{ url: string }> = {
  name: 'test',
  letter: {
    en: ({ url }) => ({
      subject: testWords.en.title,
      body: [testWords.en.body, { label: 'Change what you are told, how and when', url }],
    }),
    hi: ({ url }) => ({
      subject: testWords.hi.title,
      body: [testWords.hi.body, { label: 'बदलें कि आपको क्या, कैसे और कब बताया जाए', url }],
    }),
  },
}
