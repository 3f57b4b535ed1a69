/** What only the app on a phone says. */
export const phone = {
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
