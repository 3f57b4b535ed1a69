export { OverviewScreen as default } from '../../../src/features/overview/overview.screen.tsx'
