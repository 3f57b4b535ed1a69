export const landing = {
  title: 'Streams, lines and home internet in one place',
  headline: 'Everything your home subscribes to, in one calm place.',
  lead: 'What is running, what it costs, when it renews, who pays, and who owes whom: streaming, mobile numbers and broadband of one household together.',
  demo: 'Look around a demo household',
  demoHint: 'No account needed. A family of four in Pune, only for you, gone after 24 hours.',
  register: 'Create your account',
  signIn: 'Sign in',
  exampleLabel: 'An example of the first screen',
  example: {
    title: 'Needs you today',
    first: { name: 'Dad’s Jio', text: 'Stops in 2 days', action: 'Recharge' },
    second: { name: 'Netflix Premium', text: 'Due today', action: 'Mark paid' },
    saving: 'Hotstar is already in the Jio pack. You pay for it twice.',
    savingAmount: 'Save {{money}} a year',
    between: 'Ravi owes Asha',
  },
  points: {
    renew: {
      title: 'Real dates, real debits',
      text: 'A 28-day pack is 28 days, not a month. A bill on the 31st stays on the last day. You see the next debit before it happens.',
    },
    share: {
      title: 'Shared without arguments',
      text: 'Split any plan. When somebody pays, everybody’s share is counted to the paisa, and settled in the fewest transfers.',
    },
    save: {
      title: 'Nothing paid twice',
      text: 'It notices the Netflix that is already inside the mobile plan and shows the proof: your debits now, and after.',
    },
  },
  foot: 'It moves no money and signs in to no provider. It remembers, reminds and does the sums.',
}
