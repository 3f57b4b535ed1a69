import type { Translation } from '../translation.ts'

export const verbs: Translation<'verbs'> = {
  markPaid: 'चुका दिया',
  markPaidWith: 'ब्योरे के साथ चुका दिया',
  recharge: 'रिचार्ज',
  rechargeWith: 'ब्योरे के साथ रिचार्ज',
  rechargeEarly: 'समय से पहले रिचार्ज',
  hold: 'ब्योरे के लिए दबाए रखें',
  paid: '{{name}}: {{amount}} चुका दिए',
  paidBy: '{{name}}: {{payer}} ने {{amount}} चुकाए',
  unpaid: '{{name}}: भुगतान वापस लिया गया',
  several_one: '{{count}} चुका दिया',
  several_other: '{{count}} चुका दिए',
  severalUnpaid_one: '{{count}} भुगतान वापस लिया गया',
  severalUnpaid_other: '{{count}} भुगतान वापस लिए गए',
  undoFailed: 'भुगतान वापस नहीं लिया जा सका। वह “पैसे” में “चुकाया” में है।',
  recharged: '{{name}} का रिचार्ज हो गया',
  rechargedUntil: '{{name}} का रिचार्ज हो गया, {{date}} तक चलेगा',
}
