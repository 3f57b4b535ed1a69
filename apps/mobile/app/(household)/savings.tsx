export { SavingsScreen as default } from '../../src/features/savings/savings.screen.tsx'
