import { createTokenStore } from './token-store.native.ts'

const mockKept = new Map<string, string>()

jest.mock('expo-secure-store', () => ({
  getItemAsync: (key: string) => Promise.resolve(mockKept.get(key) ?? null),
  setItemAsync: (key: string, value: string) => Promise.resolve(void mockKept.set(key, value)),
  deleteItemAsync: (key: string) => Promise.resolve(void mockKept.delete(key)),
}))

beforeEach(() => mockKept.clear())

test('a session is found again by the next start of the app', async () => {
  await createTokenStore('https://home.example.org').write({ refreshToken: 'first' })
  expect(await createTokenStore('https://home.example.org').read()).toEqual({ refreshToken: 'first' })
})

test('the token of one server is shown to no other', async () => {
  await createTokenStore('https://home.example.org').write({ refreshToken: 'first' })
  expect(await createTokenStore('https://elsewhere.example.org').read()).toBeNull()
})

test('who leaves leaves nothing in it', async () => {
  const store = createTokenStore('https://home.example.org')
  await store.write({ refreshToken: 'first' })
  await store.write(null)
  expect([...mockKept]).toEqual([])
})
