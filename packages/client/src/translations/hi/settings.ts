import type { Translation } from '../translation.ts'

export const settings: Translation<'settings'> = {
  title: 'सेटिंग',
  you: 'आप',
  name: 'आपका नाम',
  appearance: 'रंग-रूप',
  language: 'भाषा',
  theme: 'हल्का या गहरा',
  household: 'घर',
  householdName: 'घर का नाम',
  currencyHint: 'अब से जो जोड़ेंगे उसके लिए। पहले से दर्ज रक़म नहीं बदलती।',
  timeZoneHint: 'इससे सिर्फ़ "आज" बदलता है। दर्ज तारीख़ें नहीं बदलतीं।',
  readOnly: 'घर की जानकारी सिर्फ़ मालिक और प्रबंधक बदल सकते हैं।',
  people: 'लोग',
  noAccount: 'बिना खाते के',
  addPerson: 'किसी को जोड़ें',
  personName: 'व्यक्ति का नाम',
  personHint: 'बच्चे या दादा-दादी बिना खाते के भी हिस्से में जुड़ सकते हैं।',
  added: '{{name}} अब इस घर में हैं।',
  saved: 'सेव हो गया।',
  missingName: 'नाम लिखें।',
}
