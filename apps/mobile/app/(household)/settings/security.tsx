export { SecurityScreen as default } from '../../../src/features/settings/security.screen.tsx'
