import type { MailKind } from '../../platform/mail/letter.ts'

type Data = { name: string; amount: string; household: string; url: string }

/** To who gets it: somebody says that they gave it, and only the receiver can know. */
export const settlementRecordedMail: MailKind<Data> = {
  name: 'settlement-recorded',
  letter: {
    en: ({ name, amount, household, url }) => ({
      subject: `Did ${amount} from ${name} arrive?`,
      body: [
        `${name} settled up with you in ${household}: ${amount}. What you are owed is less by that already.`,
        { label: 'Confirm it, or say that it never came', url },
      ],
    }),
    hi: ({ name, amount, household, url }) => ({
      subject: `क्या ${name} से ${amount} मिल गए?`,
      body: [
        `${name} ने ${household} में आपका हिसाब चुकाया: ${amount}। आपका बाक़ी उतना कम हो चुका है।`,
        { label: 'पुष्टि करें, या बताएँ कि नहीं मिला', url },
      ],
    }),
  },
}

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
