import type { Locale } from '../../platform/mail/letter.ts'

interface Words {
  readonly title: string
  readonly body: string
}

/** What a test message says, whichever way it goes. */
export const testWords: Readonly<Record<Locale, Words>> = {
  en: {
    title: 'A test from Streamline',
    body: 'Reminders reach you here. You asked for this message in the settings.',
  },
  hi: {
    title: 'Streamline से एक जाँच संदेश',
    body: 'याद दिलाने वाले संदेश यहाँ आएँगे। यह संदेश आपने सेटिंग में माँगा था।',
  },
}
