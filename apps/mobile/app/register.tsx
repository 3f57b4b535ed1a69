export { RegisterScreen as default } from '../src/features/identity/register.screen.tsx'
