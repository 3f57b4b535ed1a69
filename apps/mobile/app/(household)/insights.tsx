export { InsightsScreen as default } from '../../src/features/insights/insights.screen.tsx'
