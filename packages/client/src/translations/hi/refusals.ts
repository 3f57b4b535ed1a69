import type { Translation } from '../translation.ts'

export const refusals: Translation<'refusals'> = {
  'second-factor-failed': 'यह स्वीकार नहीं हुआ। कोड देखें या कोई और तरीक़ा चुनें।',
  'identity-refused': 'दूसरी सेवा ने नहीं बताया कि आप कौन हैं। फिर कोशिश करें।',
  'identity-taken': 'वह खाता यहाँ किसी और से जुड़ा है।',
  'fresh-sign-in-needed': 'आपने पुष्टि नहीं की कि यह आप हैं। कुछ नहीं बदला गया।',
  'email-not-verified': 'पहले अपना ई-मेल सत्यापित करें।',
  'not-offered': 'यहाँ यह सुविधा नहीं है।',
  'link-expired': 'यह लिंक या कोड अब मान्य नहीं है। नया मँगाएँ।',
  'password-too-common': 'हमलावर सबसे पहले ऐसे ही पासवर्ड आज़माते हैं। कोई दूसरा चुनें।',
  'passkey-refused': 'पासकी स्वीकार नहीं हुई। फिर कोशिश करें।',
  'too-many-kept': 'ये पहले से बहुत ज़्यादा हैं। पहले एक हटाएँ।',
  'last-way-in': 'साइन इन करने का यही एक तरीक़ा बचा है। पहले दूसरा जोड़ें।',
  'already-on': 'यह पहले से चालू है।',
  'passkey-unused': 'डिवाइस ने पासकी नहीं दी। फिर कोशिश करें या दूसरा तरीक़ा चुनें।',
}
