import { createI18n, loadPhoneTexts } from '@streamline/client'
import { fireEvent, render, screen } from '@testing-library/react-native'
import { I18nextProvider } from 'react-i18next'
import { SafeAreaProvider } from 'react-native-safe-area-context'
import { ServerScreen } from './server.screen.tsx'

const frame = {
  frame: { x: 0, y: 0, width: 412, height: 915 },
  insets: { top: 24, left: 0, right: 0, bottom: 24 },
}

const show = async (answer: (url: string) => Promise<Partial<Response>>) => {
  const texts = await createI18n('en')
  await loadPhoneTexts(texts)
  const asked: string[] = []
  globalThis.fetch = ((url: string) => {
    asked.push(url)
    return answer(url)
  }) as typeof fetch
  const chosen = jest.fn(() => Promise.resolve())
  await render(
    <SafeAreaProvider initialMetrics={frame}>
      <I18nextProvider i18n={texts}>
        <ServerScreen onChosen={chosen} />
      </I18nextProvider>
    </SafeAreaProvider>,
  )
  return { chosen, asked }
}

const choose = async (address: string): Promise<void> => {
  await fireEvent.changeText(screen.getByLabelText('Address'), address)
  await fireEvent.press(screen.getByRole('button', { name: 'Use this server' }))
}

const ready = () => Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({ issuers: [] }) })

test('a server is used once it said who it is', async () => {
  const { chosen, asked } = await show(ready)
  await choose('home.example.org')
  expect(asked).toEqual(['https://home.example.org/health/ready', 'https://home.example.org/v1/settings'])
  expect(chosen).toHaveBeenCalledWith('https://home.example.org')
})

test('what is no address is asked for nothing', async () => {
  const { asked } = await show(ready)
  await choose('two words')
  expect(screen.getByText('This does not look like an address.')).toBeTruthy()
  expect(asked).toEqual([])
})

test('where nobody answers it says so, and nothing is chosen', async () => {
  const { chosen } = await show(() => Promise.reject(new TypeError('Network request failed')))
  await choose('home.example.org')
  expect(await screen.findByText(/^Nobody answers there/)).toBeTruthy()
  expect(chosen).not.toHaveBeenCalled()
})
