import { configure } from '@testing-library/react-native'

// Tests wait for states; a busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 60_000 })

jest.mock('@react-native-async-storage/async-storage', () =>
  jest.requireActual('@react-native-async-storage/async-storage/jest/async-storage-mock'),
)

/** Screens are shown by themselves here: where they would go is not where they are. */
jest.mock('expo-router', () => {
  const go = jest.fn()
  return {
    useRouter: () => ({
      push: go,
      replace: go,
      navigate: go,
      back: go,
      canGoBack: () => true,
      setParams: go,
    }),
    useLocalSearchParams: () => ({}),
  }
})

/** Styles come with the bundler; here a colour is its name. */
jest.mock('uniwind', () => ({
  useCSSVariable: (name: string) => name,
  useUniwind: () => ({ theme: 'light' }),
  Uniwind: { setTheme: () => undefined },
}))
