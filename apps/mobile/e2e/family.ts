import { addDays, type CalendarDate } from '@streamline/domain'

/** Asks the API as one person, for what a test needs to find there and does not look at. */
type Call = <Answer = Record<string, string>>(
  method: 'GET' | 'POST' | 'PATCH',
  path: string,
  body?: object,
) => Promise<Answer>

const callerAt =
  (origin: string, token: string | null): Call =>
  async <Answer>(method: 'GET' | 'POST' | 'PATCH', path: string, body?: object) => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        'content-type': 'application/json',
        'x-client': 'mobile',
        ...(method === 'POST' ? { 'idempotency-key': crypto.randomUUID() } : {}),
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return (await response.json().catch(() => null)) as Answer
  }

interface Me {
  readonly households: { readonly id: string; readonly memberId: string; readonly today: CalendarDate }[]
}

const rupees = (amount: number) => ({ amount: amount * 100, currency: 'INR' })

let families = 0

/** Asha with an account, and Ravi, who is paid back by UPI: two subscriptions that they share, one paid by each. */
export const makeFamily = async (api: string) => {
  families += 1
  const email = `asha-${process.pid}-${families}@example.org`
  const person = { name: 'Asha Kulkarni', email, password: 'mango leaves at the door' }
  const { accessToken } = await callerAt(api, null)<{ accessToken: string }>('POST', '/v1/auth/register', {
    ...person,
    country: 'IN',
    timeZone: 'Asia/Kolkata',
  })
  const call = callerAt(api, accessToken)
  const me = await call<Me>('GET', '/v1/me')
  const [household] = me.households
  if (household === undefined) throw new Error('Somebody new has no household')
  const { id, memberId: asha, today } = household
  const home = `/v1/households/${id}`
  const { id: ravi = '' } = await call('POST', `${home}/members`, { name: 'Ravi' })
  await call('PATCH', `${home}/members/${ravi}`, { upiId: 'ravi@okaxis' })
  const split = { kind: 'equal', memberIds: [asha, ravi] }
  const monthly = (name: string, daysAgo: number, amount: number, paidBy: string) =>
    call('POST', `${home}/subscriptions`, {
      name,
      kind: 'ott',
      interval: { count: 1, unit: 'month' },
      price: rupees(amount),
      taxIncluded: true,
      startsOn: addDays(today, -daysAgo),
      recordsItself: false,
      paidBy,
      split,
    })
  await monthly('Netflix', 3, 649, asha)
  await monthly('Spotify', 5, 180, ravi)
  return { ...person, call, home, asha, ravi, today }
}
