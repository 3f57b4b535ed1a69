import type { Translation } from '../translation.ts'

export const settings: Translation<'settings'> = {
  title: 'सेटिंग',
  you: 'आप',
  name: 'आपका नाम',
  appearance: 'रंग-रूप',
  language: 'भाषा',
  theme: 'हल्का या गहरा',
  people: 'लोग',
  peopleText: 'सदस्य, मेहमान, न्योते',
  householdText: 'नाम, देश, मुद्रा; बदलना, सौंपना, छोड़ना',
  saved: 'सेव हो गया।',
  missingName: 'नाम लिखें।',
}
