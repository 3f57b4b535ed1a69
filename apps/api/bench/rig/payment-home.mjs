const SUBSCRIPTIONS = 8

const call = async (url, token, path, body) => {
  const response = await fetch(url + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Client': 'mobile',
      ...(token ? { Authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const answer = await response.json()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}

const account = { email: 'payer@example.org', password: 'a bench needs no secret' }

/** Three people who share subscriptions of which nothing is paid for two years. */
export async function aHomeWithDues(url) {
  const { accessToken: token } = await call(url, '', '/v1/auth/register', { ...account, name: 'Asha' })
  const { households } = await call(url, token, '/v1/me')
  const [{ id: householdId, memberId, today }] = households
  const home = `/v1/households/${householdId}`
  const members = [memberId]
  for (const name of ['Ravi', 'Meera']) members.push((await call(url, token, `${home}/members`, { name })).id)
  const charges = []
  for (let number = 0; number < SUBSCRIPTIONS; number++) {
    const { id } = await call(url, token, `${home}/subscriptions`, {
      name: `Stream ${number}`,
      kind: 'ott',
      startsOn: `${Number(today.slice(0, 4)) - 2}-01-${10 + number}`,
      interval: { count: 1, unit: 'month' },
      price: { amount: 1001 + number, currency: 'INR' },
      split: { kind: 'equal', memberIds: members },
      pastPeriods: 'unpaid',
      recordsItself: false,
    })
    const { items } = await call(url, token, `${home}/charges?limit=100&subscriptionId=${id}`)
    charges.push(...items.map((charge) => charge.id))
  }
  return { token, householdId, members, charges, today }
}

/** Sessions are short, and the clock of the run is fast. */
export const signIn = async (url) => (await call(url, '', '/v1/auth/sign-in', account)).accessToken

/** Time goes on, so that what the dead process was working on is free again. */
export async function moveClock(url, seconds) {
  const { now } = await (await fetch(`${url}/v1/test/clock`)).json()
  const to = new Date(Date.parse(now) + seconds * 1000).toISOString()
  const response = await fetch(`${url}/v1/test/clock`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ now: to }),
  })
  if (!response.ok) throw new Error(`The clock answered ${response.status}`)
}
