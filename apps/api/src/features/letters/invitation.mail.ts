import type { MailKind } from '../../platform/mail/letter.ts'

/**
 * The address it goes to has proved nothing, so no name that somebody typed stands in it: who invites is told by an
 * address that was verified, the rest by the page behind the link.
 */
export const invitationMail: MailKind<{ by: string; days: string; url: string }> = {
  name: 'invitation',
  letter: {
    en: ({ by, days, url }) => ({
      subject: `${by} invites you to a household at Streamline`,
      body: [
        `${by} invites you to share a household at Streamline: what is subscribed there, when it renews, who pays and who owes whom.`,
        { label: 'See the invitation', url },
        `The link works once, for ${days === '1' ? 'a day' : `${days} days`}. If you do not know this address, ignore the message.`,
      ],
    }),
    hi: ({ by, days, url }) => ({
      subject: `${by} ने आपको Streamline पर एक घर में बुलाया है`,
      body: [
        `${by} ने आपको Streamline पर एक घर में बुलाया है: वहाँ क्या चल रहा है, कब रिन्यू होगा, कौन चुकाता है और किस पर किसका बाक़ी है।`,
        { label: 'न्योता देखें', url },
        `यह लिंक एक बार, ${days} दिन तक चलेगा। अगर आप यह पता नहीं पहचानते तो इस संदेश को छोड़ दें।`,
      ],
    }),
  },
}
