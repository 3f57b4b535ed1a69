export { SharedScreen as default } from '../../src/features/shared-text/shared.screen.tsx'
