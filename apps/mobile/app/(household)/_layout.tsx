import { Stack } from 'expo-router'
import { HouseholdShell } from '../../src/shell/household-shell.tsx'

const HouseholdLayout = () => (
  <HouseholdShell>
    <Stack screenOptions={{ headerShown: false }} />
  </HouseholdShell>
)

export default HouseholdLayout
