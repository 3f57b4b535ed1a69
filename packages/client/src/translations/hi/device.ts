import type { Translation } from '../translation.ts'

export const device: Translation<'device'> = {
  update: {
    text: 'Streamline का नया संस्करण आ गया है।',
    reload: 'फिर से लोड करें',
    later: 'अभी नहीं',
  },
  offline: { since: 'यह {{time}} की स्थिति है।' },
  kept: {
    said: 'इस डिवाइस पर रख लिया गया। ऑनलाइन होते ही भेज दिया जाएगा।',
    sent_one: 'रखी हुई {{count}} एंट्री भेज दी गई।',
    sent_other: 'रखी हुई {{count}} एंट्रियाँ भेज दी गईं।',
    waiting_one: '{{count}} एंट्री भेजी जानी है।',
    waiting_other: '{{count}} एंट्रियाँ भेजी जानी हैं।',
    refused_one: '{{count}} एंट्री पर आपको फ़ैसला करना है।',
    refused_other: '{{count}} एंट्रियों पर आपको फ़ैसला करना है।',
    show: 'देखें',
    title: 'इस डिवाइस पर दर्ज',
    lead: 'ऑफ़लाइन रहते हुए जो दर्ज किया, वह इसी क्रम में भेजा जाता है, हर एक बस एक बार।',
    kind: {
      payment: '{{name}} का भुगतान',
      payments: '{{name}} के भुगतान',
      recharge: '{{name}} का रिचार्ज',
      subscription: 'नया: {{name}}',
      usage: '{{name}} का इस्तेमाल',
    },
    plain: {
      payment: 'एक भुगतान',
      payments: 'कई भुगतान',
      recharge: 'एक रिचार्ज',
      subscription: 'एक नया सब्सक्रिप्शन',
      usage: 'इस्तेमाल की एक एंट्री',
    },
    entered: '{{time}} को दर्ज',
    state: {
      waiting: 'भेजा जाना बाक़ी है',
      refused: 'मंज़ूर नहीं हुआ',
      doubtful: 'इसे भेजे एक दिन से ज़्यादा हो गया और जवाब नहीं आया। दोबारा भेजने से पहले देख लें कि यह पहले से दर्ज तो नहीं।',
    },
    again: 'दोबारा भेजें',
    drop: 'हटाएँ',
    dropLong: 'हटाएँ: {{title}}',
    dropped: 'हटाया गया: {{title}}',
  },
  leave: {
    text_one: '{{count}} एंट्री अभी भेजी नहीं गई, वह खो जाएगी।',
    text_other: '{{count}} एंट्रियाँ अभी भेजी नहीं गईं, वे खो जाएँगी।',
    anyway: 'फिर भी साइन आउट करें',
  },
}
