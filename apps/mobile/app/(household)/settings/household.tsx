export { HouseholdScreen as default } from '../../../src/features/households/household.screen.tsx'
