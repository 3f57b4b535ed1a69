import '../src/shell/intl'
import '../src/design/theme.css'
import { Stack } from 'expo-router'
import { hideAsync, preventAutoHideAsync } from 'expo-splash-screen'
import { Shell } from '../src/shell/shell.tsx'

void preventAutoHideAsync().catch(() => null)
const ready = (): void => void hideAsync().catch(() => null)

const RootLayout = () => (
  <Shell onReady={ready}>
    <Stack screenOptions={{ headerShown: false }} />
  </Shell>
)

export default RootLayout
