/** What only the app on a phone says. */
export const phone = {
  upi: {
    text: 'Opens the UPI app of your choice with {{amount}} to {{to}} filled in. Come back to record it.',
    openFor: 'Open UPI app: {{amount}} to {{to}}',
    noAmount: 'Write an amount to pay it by UPI.',
    question: 'Did {{amount}} to {{to}} go through?',
    questionText: 'Only your UPI app knows. It is recorded when you say so.',
    yes: 'Yes, record it',
    no: 'No',
    none: 'No app on this phone pays by UPI. Pay {{to}} {{amount}} another way, then record it below.',
  },
  server: {
    title: 'Your server',
    lead: 'Streamline runs where you or somebody you trust runs it.',
    address: 'Address',
    addressHint: 'As in the browser, for example home.example.org',
    use: 'Use this server',
    ours: 'Use the one of this app',
    now: 'Server',
    change: 'Another server',
    problem: {
      noAddress: 'This does not look like an address.',
      nobody: 'Nobody answers there. Look at the address and at your network.',
      busy: 'It is there, but not ready. Try again in a minute.',
      other: 'Something answers there, but it is not Streamline.',
    },
  },
}
