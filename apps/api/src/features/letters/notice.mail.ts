import type { Letter, Locale, MailKind } from '../../platform/mail/letter.ts'

type Where = { device: string; place: string; url: string }
type Url = { url: string }

const notice = (locale: Locale, subject: string, body: readonly string[], url: string): Letter => ({
  subject,
  body: [
    ...body,
    locale === 'en'
      ? { label: 'If it was not you, secure your account', url }
      : { label: 'अगर यह आप नहीं थे तो अपना खाता सुरक्षित करें', url },
  ],
})

export const passwordChangedMail: MailKind<Url> = {
  name: 'password-changed',
  letter: {
    en: ({ url }) =>
      notice('en', 'Your password was changed', ['The password of your account was changed.'], url),
    hi: ({ url }) => notice('hi', 'आपका पासवर्ड बदल गया', ['आपके खाते का पासवर्ड बदल दिया गया है।'], url),
  },
}

export const emailChangedMail: MailKind<Url & { email: string }> = {
  name: 'email-changed',
  letter: {
    en: ({ email, url }) =>
      notice(
        'en',
        'Your e-mail was changed',
        [`Your account now uses ${email} instead of this address.`],
        url,
      ),
    hi: ({ email, url }) =>
      notice('hi', 'आपका ई-मेल बदल गया', [`आपका खाता अब इस पते की जगह ${email} इस्तेमाल करता है।`], url),
  },
}

export const emailTakenMail: MailKind<Url> = {
  name: 'email-taken',
  letter: {
    en: ({ url }) =>
      notice(
        'en',
        'You already have an account',
        ['Somebody tried to open an account with this address, which is yours already. Nothing was changed.'],
        url,
      ),
    hi: ({ url }) =>
      notice(
        'hi',
        'आपका खाता पहले से है',
        ['किसी ने इस पते से खाता खोलने की कोशिश की, जो पहले से आपका है। कुछ नहीं बदला।'],
        url,
      ),
  },
}

export const newDeviceMail: MailKind<Where> = {
  name: 'new-device',
  letter: {
    en: ({ device, place, url }) =>
      notice(
        'en',
        'A new device signed in',
        [`Somebody signed in to your account: ${device}, ${place}.`],
        url,
      ),
    hi: ({ device, place, url }) =>
      notice('hi', 'नए उपकरण से साइन-इन', [`किसी ने आपके खाते में साइन-इन किया: ${device}, ${place}।`], url),
  },
}

export const sessionCopiedMail: MailKind<Url> = {
  name: 'session-copied',
  letter: {
    en: ({ url }) =>
      notice(
        'en',
        'We ended one of your sessions',
        [
          'A session key of yours was used twice, as if somebody had copied it. That session was ended; sign in again.',
        ],
        url,
      ),
    hi: ({ url }) =>
      notice(
        'hi',
        'हमने आपका एक सत्र बंद किया',
        [
          'आपके सत्र की कुंजी दो बार इस्तेमाल हुई, जैसे किसी ने उसकी नक़ल की हो। वह सत्र बंद कर दिया गया; फिर से साइन-इन करें।',
        ],
        url,
      ),
  },
}

const changes = {
  'totp-on': ['An authenticator app was added', 'ऑथेंटिकेटर ऐप जोड़ा गया'],
  'totp-off': ['The authenticator app was removed', 'ऑथेंटिकेटर ऐप हटाया गया'],
  'recovery-codes-renewed': ['New recovery codes were made', 'नए रिकवरी कोड बनाए गए'],
  'recovery-code-used': ['A recovery code was used', 'एक रिकवरी कोड इस्तेमाल हुआ'],
  'second-factor-guessed': [
    'Somebody knows your password and guessed at the code: change your password',
    'किसी को आपका पासवर्ड पता है और उसने कोड का अंदाज़ा लगाया: पासवर्ड बदलें',
  ],
  'passkey-added': ['A passkey was added', 'एक पासकी जोड़ी गई'],
  'passkey-removed': ['A passkey was removed', 'एक पासकी हटाई गई'],
  'identity-linked': ['Another way to sign in was linked', 'साइन-इन का एक और तरीक़ा जोड़ा गया'],
  'identity-unlinked': ['A way to sign in was removed', 'साइन-इन का एक तरीक़ा हटाया गया'],
  'api-key-created': ['An API key was created', 'एक API कुंजी बनाई गई'],
  'deletion-withdrawn': ['Your account stays', 'आपका खाता बना रहेगा'],
} as const satisfies Record<string, readonly [string, string]>

export type SecurityChange = keyof typeof changes

/** One kind for everything that changes how an account is secured. */
export const securityChangedMail: MailKind<Url & { change: SecurityChange }> = {
  name: 'security-changed',
  letter: {
    en: ({ change, url }) => notice('en', changes[change][0], [`${changes[change][0]}.`], url),
    hi: ({ change, url }) => notice('hi', changes[change][1], [`${changes[change][1]}।`], url),
  },
}

export const noticeMails = [
  passwordChangedMail,
  emailChangedMail,
  emailTakenMail,
  newDeviceMail,
  sessionCopiedMail,
  securityChangedMail,
] as const
