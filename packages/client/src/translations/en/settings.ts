export const settings = {
  title: 'Settings',
  you: 'You',
  name: 'Your name',
  appearance: 'Appearance',
  language: 'Language',
  theme: 'Light or dark',
  people: 'People',
  saved: 'Saved.',
  missingName: 'Enter a name.',
}
