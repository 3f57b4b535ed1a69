import type { Locale, MailKind } from '../../platform/mail/letter.ts'

const dateIn = (locale: Locale, on: string) =>
  new Intl.DateTimeFormat(locale === 'hi' ? 'hi-IN' : 'en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(on),
  )

export const deletionAskedMail: MailKind<{ on: string; url: string }> = {
  name: 'deletion-asked',
  letter: {
    en: ({ on, url }) => ({
      subject: 'Your account will be deleted in 14 days',
      body: [
        `Your Streamline account will be deleted on ${dateIn('en', on)}, with everything that is only yours.`,
        'Until then nothing changes: sign in and keep it if you change your mind, or if it was not you who asked.',
        { label: 'Keep my account', url },
      ],
    }),
    hi: ({ on, url }) => ({
      subject: 'आपका खाता 14 दिन में मिटा दिया जाएगा',
      body: [
        `आपका Streamline खाता ${dateIn('hi', on)} को मिटा दिया जाएगा, और उसके साथ वह सब जो सिर्फ़ आपका है।`,
        'तब तक कुछ नहीं बदलता: मन बदल जाए, या यह आपने नहीं माँगा हो, तो साइन-इन करके खाता बनाए रखें।',
        { label: 'मेरा खाता बनाए रखें', url },
      ],
    }),
  },
}

export const accountDeletedMail: MailKind<Record<string, never>> = {
  name: 'account-deleted',
  letter: {
    en: () => ({
      subject: 'Your account was deleted',
      body: [
        'Your Streamline account and everything that was only yours are gone.',
        'In households that you shared with others, your name stays next to what you paid and owe there.',
      ],
    }),
    hi: () => ({
      subject: 'आपका खाता मिटा दिया गया',
      body: [
        'आपका Streamline खाता और वह सब जो सिर्फ़ आपका था, मिटा दिया गया है।',
        'जो घर आपने दूसरों के साथ साझा किए, वहाँ आपके भुगतान और हिसाब के साथ आपका नाम बना रहेगा।',
      ],
    }),
  },
}
