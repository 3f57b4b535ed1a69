export const settings = {
  title: 'Settings',
  you: 'You',
  name: 'Your name',
  appearance: 'Appearance',
  language: 'Language',
  theme: 'Light or dark',
  people: 'People',
  peopleText: 'Members, guests, invitations',
  householdText: 'Name, country, currency; switch, hand over, leave',
  saved: 'Saved.',
  missingName: 'Enter a name.',
}
