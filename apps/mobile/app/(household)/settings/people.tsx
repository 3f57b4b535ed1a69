export { PeopleScreen as default } from '../../../src/features/households/people.screen.tsx'
