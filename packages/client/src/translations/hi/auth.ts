import type { Translation } from '../translation.ts'

export const auth: Translation<'auth'> = {
  signIn: {
    title: 'साइन इन करें',
    lead: 'आपको फिर देखकर अच्छा लगा।',
    submit: 'साइन इन करें',
    toRegister: 'पहली बार आए हैं? खाता बनाएँ',
  },
  register: {
    title: 'खाता बनाएँ',
    lead: 'साथ में आपका पहला घर भी बन जाएगा। बाद में सब बदल सकते हैं।',
    submit: 'खाता बनाएँ',
    toSignIn: 'खाता है? साइन इन करें',
  },
  name: 'आपका नाम',
  nameHint: 'जिस नाम से घरवाले बुलाते हैं।',
  email: 'ई-मेल',
  password: 'पासवर्ड',
  passwordHint: 'कम से कम 8 अक्षर; 15 या कुछ शब्द बेहतर हैं।',
  showPassword: 'पासवर्ड दिखाएँ',
  hidePassword: 'पासवर्ड छिपाएँ',
  country: 'देश',
  countryHint: 'इसी से मुद्रा और दिखने वाले प्लान तय होते हैं।',
  currency: 'मुद्रा',
  timeZone: 'समय क्षेत्र',
  timeZoneHint: 'इससे तय होता है कि दिन कब शुरू होता है।',
  zonesHere: 'इस देश में',
  zonesAll: 'सभी समय क्षेत्र',
  missing: {
    name: 'अपना नाम लिखें।',
    email: 'अपना ई-मेल पता लिखें।',
    emailForm: 'यह ई-मेल पता ठीक नहीं लगता।',
    password: 'अपना पासवर्ड लिखें।',
    passwordShort: 'पासवर्ड में कम से कम 8 अक्षर चाहिए।',
    passwordLong: 'पासवर्ड में ज़्यादा से ज़्यादा 128 अक्षर हो सकते हैं।',
  },
}
