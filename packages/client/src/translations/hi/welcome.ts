import type { Translation } from '../translation.ts'

export const welcome: Translation<'welcome'> = {
  title: 'नमस्ते, {{name}}',
  lead: 'बस एक छोटा क़दम, फिर होम को पता होगा कि आगे क्या आने वाला है।',
  country: 'आपका घर किस देश में है?',
  place: '{{country}} में, ख़र्च {{currency}} में।',
  change: 'बदलें',
  pick: 'आप क्या-क्या इस्तेमाल करते हैं?',
  pickHint: 'शुरुआत के लिए तीन तक चुनें। प्लान इसके बाद चुनेंगे।',
  chosen_one: '{{count}} चुना',
  chosen_other: '{{count}} चुने',
  enough: 'शुरुआत के लिए तीन काफ़ी हैं।',
  none: 'इस देश की कंपनियाँ अभी सूची में नहीं हैं। आप कोई भी प्लान ख़ुद लिखकर जोड़ सकते हैं।',
  go: 'प्लान चुनें',
  byHand: 'ख़ुद लिखकर जोड़ें',
  skip: 'अभी रहने दें',
}
