export { BillingScreen as default } from '../../../src/features/billing/billing.screen.tsx'
