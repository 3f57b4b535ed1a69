import type { Charge } from '@streamline/client'
import { fireEvent, screen } from '@testing-library/react-native'
import { useLocalSearchParams } from 'expo-router'
import { renderScreen } from '../../../test/screen.tsx'
import { SharedScreen } from './shared.screen.tsx'

const path = '/v1/households/home'

const charge = {
  id: 'charge',
  subscriptionId: 'netflix',
  subscriptionName: 'Netflix Premium',
  providerId: 'netflix',
  outstanding: { amount: 64_900, currency: 'INR' },
  dueOn: '2026-11-30',
} as unknown as Charge

jest.mock('expo-router', () => {
  const go = jest.fn()
  return {
    useRouter: () => ({ push: go, replace: go, navigate: go, back: go, canGoBack: () => true }),
    useLocalSearchParams: jest.fn(),
  }
})

const text = 'Rs.640.00 debited on 28-11-26 to VPA netflix@hdfcbank (UPI Ref No 633212345678)'

test('a text that was shared is a payment only once somebody said so, with what was read in it', async () => {
  jest.mocked(useLocalSearchParams).mockReturnValue({ text })
  const { asked } = await renderScreen(<SharedScreen />, {
    'GET /v1/providers': {
      items: [{ id: 'netflix', name: 'Netflix', kinds: ['ott'], countries: ['IN'] }],
      nextCursor: null,
    },
    [`GET ${path}/charges`]: { items: [charge], nextCursor: null },
    [`POST ${path}/charges/charge/payments`]: {},
  })
  const button = await screen.findByRole('button', { name: 'Mark paid: Netflix Premium' })
  expect(await screen.findByText('633212345678')).toBeTruthy()
  expect(asked.some(({ what }) => what.startsWith('POST'))).toBe(false)
  await fireEvent.press(button)
  const sent = asked.find(({ what }) => what.startsWith('POST'))
  expect(sent?.body).toEqual({
    amount: { amount: 64_000, currency: 'INR' },
    paidOn: '2026-11-28',
    reference: '633212345678',
  })
})
