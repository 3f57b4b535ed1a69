export const palette = {
  title: 'Go to or do',
  search: 'Search screens, subscriptions and actions',
  nothing: 'Nothing is called that.',
  section: { screens: 'Screens', subscriptions: 'Subscriptions', actions: 'Actions' },
  action: { light: 'Light appearance', dark: 'Dark appearance', shortcuts: 'Show keyboard shortcuts' },
  numbers: 'Numbers',
  keys: {
    title: 'Keyboard shortcuts',
    palette: 'Search everything',
    next: 'Next in a list',
    previous: 'The one before in a list',
    open: 'Open it',
    paid: 'Mark paid',
    help: 'Show these shortcuts',
    or: 'or',
  },
}
