import type { Translation } from '../translation.ts'

export const palette: Translation<'palette'> = {
  title: 'जाएँ या करें',
  search: 'स्क्रीन, सब्सक्रिप्शन और काम खोजें',
  nothing: 'इस नाम का कुछ नहीं मिला।',
  section: { screens: 'स्क्रीन', subscriptions: 'सब्सक्रिप्शन', actions: 'काम' },
  action: { light: 'हल्का रूप', dark: 'गहरा रूप', shortcuts: 'कीबोर्ड शॉर्टकट दिखाएँ' },
  numbers: 'नंबर',
  keys: {
    title: 'कीबोर्ड शॉर्टकट',
    palette: 'सब कुछ खोजें',
    next: 'सूची में अगला',
    previous: 'सूची में पिछला',
    open: 'खोलें',
    paid: 'चुका दिया',
    help: 'ये शॉर्टकट दिखाएँ',
    or: 'या',
  },
}
