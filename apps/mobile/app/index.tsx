import { useSessionState } from '@streamline/client'
import { Redirect } from 'expo-router'
import { EntranceScreen } from '../src/features/identity/entrance.screen.tsx'

/** Who has a session goes home, also where the server cannot be asked about it: home says so, and asks again. */
const Index = () => (useSessionState() === 'signedOut' ? <EntranceScreen /> : <Redirect href="/home" />)

export default Index
