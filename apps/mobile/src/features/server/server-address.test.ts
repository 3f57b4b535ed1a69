import { askServer, serverAddress } from './server-address.ts'

test.each([
  ['home.example.org', 'https://home.example.org'],
  [' https://Home.Example.org/sign-in ', 'https://home.example.org'],
  ['http://192.168.1.4:3000/', 'http://192.168.1.4:3000'],
  ['192.168.1.4:3000', 'http://192.168.1.4:3000'],
  ['localhost:3000', 'http://localhost:3000'],
  ['10.0.2.2:3000', 'http://10.0.2.2:3000'],
])('%s means %s', (typed, origin) => {
  expect(serverAddress(typed)).toBe(origin)
})

test.each(['', 'streamline', 'https://', 'two words.org', 'ftp://example.org', 'asha@example.org'])(
  '“%s” is no address',
  (typed) => {
    expect(serverAddress(typed)).toBeNull()
  },
)

const answering = (health: number, settings: object) => (url: string) =>
  Promise.resolve({
    ok: url.endsWith('/health/ready') ? health === 200 : true,
    status: url.endsWith('/health/ready') ? health : 200,
    json: () => Promise.resolve(settings),
  } as Response)

test('a server is ours when it is ready and says what it offers', async () => {
  expect(await askServer('https://x.org', answering(200, { demo: true, issuers: [] }))).toBe('ready')
  expect(await askServer('https://x.org', answering(503, {}))).toBe('busy')
  expect(await askServer('https://x.org', answering(200, { hello: 'world' }))).toBe('other')
  expect(
    await askServer('https://x.org', () => Promise.reject(new TypeError('Network request failed'))),
  ).toBe('nobody')
})
