/** What is done from many screens is called the same on all of them. */
export const verbs = {
  markPaid: 'Mark paid',
  markPaidWith: 'Mark paid with details',
  recharge: 'Recharge',
  rechargeWith: 'Recharge with details',
  rechargeEarly: 'Recharge early',
  hold: 'Hold for details',
  paid: '{{name}}: {{amount}} marked paid',
  paidBy: '{{name}}: {{payer}} paid {{amount}}',
  unpaid: '{{name}}: the payment is taken back',
  several_one: '{{count}} marked paid',
  several_other: '{{count}} marked paid',
  severalUnpaid_one: '{{count}} payment is taken back',
  severalUnpaid_other: '{{count}} payments are taken back',
  undoFailed: 'The payment could not be taken back. It stands in Money under Paid.',
  recharged: '{{name}} is recharged',
  rechargedUntil: '{{name}} is recharged and runs until {{date}}',
}
