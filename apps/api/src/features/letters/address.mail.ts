import type { Letter, MailKind } from '../../platform/mail/letter.ts'

/** What strangers typed never stands in a mail to an address that nobody has confirmed yet. */
type Link = { url: string }

const letter = (
  subject: string,
  before: readonly string[],
  label: string,
  url: string,
  after: string,
): Letter => ({
  subject,
  body: [...before, { label, url }, after],
})

export const welcomeMail: MailKind<Link> = {
  name: 'welcome',
  letter: {
    en: ({ url }) =>
      letter(
        'Welcome to Streamline: confirm your e-mail',
        [
          'Welcome to Streamline.',
          'Confirm that this address is yours; until then nobody can be invited from your account.',
        ],
        'Confirm my e-mail',
        url,
        'The link works for a day. If you did not open an account, ignore this message.',
      ),
    hi: ({ url }) =>
      letter(
        'Streamline में आपका स्वागत है: अपना ई-मेल पक्का करें',
        [
          'Streamline में आपका स्वागत है।',
          'पक्का करें कि यह पता आपका है; तब तक आपके खाते से किसी को न्योता नहीं भेजा जा सकता।',
        ],
        'मेरा ई-मेल पक्का करें',
        url,
        'यह लिंक एक दिन चलेगा। अगर आपने खाता नहीं खोला है तो इस संदेश को छोड़ दें।',
      ),
  },
}

export const verifyEmailMail: MailKind<Link> = {
  name: 'verify-email',
  letter: {
    en: ({ url }) =>
      letter(
        'Confirm your e-mail',
        ['You asked for another link to confirm this address.'],
        'Confirm my e-mail',
        url,
        'The link works for a day. If it was not you, ignore this message.',
      ),
    hi: ({ url }) =>
      letter(
        'अपना ई-मेल पक्का करें',
        ['आपने यह पता पक्का करने के लिए एक और लिंक माँगा था।'],
        'मेरा ई-मेल पक्का करें',
        url,
        'यह लिंक एक दिन चलेगा। अगर यह आप नहीं थे तो इस संदेश को छोड़ दें।',
      ),
  },
}

export const changeEmailMail: MailKind<Link> = {
  name: 'change-email',
  letter: {
    en: ({ url }) =>
      letter(
        'Confirm your new e-mail',
        ['Somebody asked to use this address for an account at Streamline. If it was you, confirm it.'],
        'Use this address',
        url,
        'The link works for a day. If it was not you, ignore this message and nothing changes.',
      ),
    hi: ({ url }) =>
      letter(
        'अपना नया ई-मेल पक्का करें',
        ['किसी ने Streamline के एक खाते के लिए यह पता माँगा है। अगर यह आप हैं तो इसे पक्का करें।'],
        'यह पता इस्तेमाल करें',
        url,
        'यह लिंक एक दिन चलेगा। अगर यह आप नहीं थे तो इस संदेश को छोड़ दें, कुछ नहीं बदलेगा।',
      ),
  },
}

export const resetPasswordMail: MailKind<Link> = {
  name: 'reset-password',
  letter: {
    en: ({ url }) =>
      letter(
        'Set a new password',
        ['Somebody asked for a new password for your account. If it was you, set it here.'],
        'Set a new password',
        url,
        'The link works once, for 30 minutes. If it was not you, ignore this message: your password stays as it is.',
      ),
    hi: ({ url }) =>
      letter(
        'नया पासवर्ड रखें',
        ['किसी ने आपके खाते के लिए नया पासवर्ड माँगा है। अगर यह आप हैं तो यहाँ रखें।'],
        'नया पासवर्ड रखें',
        url,
        'यह लिंक एक बार, 30 मिनट तक चलेगा। अगर यह आप नहीं थे तो इस संदेश को छोड़ दें: पासवर्ड वही रहेगा।',
      ),
  },
}

export const addressMails = [welcomeMail, verifyEmailMail, changeEmailMail, resetPasswordMail] as const
