import type { MailKind } from '../../platform/mail/letter.ts'

/** To somebody who was taken out of a household: nothing there tells them any more. */
export const removedMail: MailKind<{ household: string }> = {
  name: 'removed-from-household',
  letter: {
    en: ({ household }) => ({
      subject: `You are not in ${household} any more`,
      body: [
        `Somebody who looks after ${household} has taken you out of it. You do not see what is shared there any more, and no reminders about it will come. Your shares end with today.`,
        'If that was a mistake, ask them to invite you again: you come back as the same person.',
      ],
    }),
    hi: ({ household }) => ({
      subject: `आप अब ${household} में नहीं हैं`,
      body: [
        `${household} सँभालने वाले किसी ने आपको हटा दिया है। वहाँ की साझा चीज़ें अब नहीं दिखेंगी, और उनके बारे में कोई याद नहीं आएगी। आपके हिस्से आज तक के हैं।`,
        'अगर यह ग़लती से हुआ, तो उनसे फिर बुलाने को कहें: आप वही व्यक्ति बनकर लौटेंगे।',
      ],
    }),
  },
}
