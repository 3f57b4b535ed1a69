import type { MailKind } from '../../platform/mail/letter.ts'

type Data = { name: string; amount: string; household: string; url: string }

/** To the other side: the debt is there again. */
export const settlementUndoneMail: MailKind<Data> = {
  name: 'settlement-undone',
  letter: {
    en: ({ name, amount, household, url }) => ({
      subject: `${amount} between you and ${name} is open again`,
      body: [
        `A settlement of ${amount} between you and ${name} in ${household} was taken back. The debt is there as it was before.`,
        { label: 'See who owes whom', url },
      ],
    }),
    hi: ({ name, amount, household, url }) => ({
      subject: `आपके और ${name} के बीच ${amount} फिर बाक़ी है`,
      body: [
        `${household} में आपके और ${name} के बीच ${amount} का भुगतान वापस लिया गया। बाक़ी पहले जैसा है।`,
        { label: 'देखें किस पर किसका बाक़ी है', url },
      ],
    }),
  },
}
