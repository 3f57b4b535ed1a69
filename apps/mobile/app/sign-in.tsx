export { SignInScreen as default } from '../src/features/identity/sign-in.screen.tsx'
