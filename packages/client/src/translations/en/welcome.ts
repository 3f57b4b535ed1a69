export const welcome = {
  title: 'Welcome, {{name}}',
  lead: 'Two small steps, then Home knows what is coming.',
  country: 'Where is your household?',
  pick: 'What do you use?',
  pickHint: 'Choose up to three to begin with. You pick the plan next.',
  chosen_one: '{{count}} chosen',
  chosen_other: '{{count}} chosen',
  enough: 'Three are enough to begin with.',
  none: 'No providers are known for this country yet. You can add any plan by hand.',
  go: 'Pick the plans',
  byHand: 'Add one by hand',
  skip: 'Skip for now',
}
