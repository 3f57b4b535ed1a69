export const CHANNELS = ['email', 'fcm', 'webPush', 'webhook']

const DAY = 86_400_000
const ZONE = 'America/New_York'

const call = async (url, token, method, path, body) => {
  const response = await fetch(url + path, {
    method,
    headers: {
      'Content-Type': 'application/json',
      'X-Client': 'mobile',
      ...(token === '' ? {} : { Authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  })
  const answer = response.status === 204 ? undefined : await response.json()
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
  return answer
}

const dayIn = (zone, instant) => new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(instant)

/** Somebody who is reached in every way, with subscriptions that renew in three days: told late this evening, until a run says now. */
export async function aRemindedPerson({ url, query, peers, number, subscriptions, channels = CHANNELS }) {
  const name = `k${number}`
  const account = { email: `${name}@example.org`, password: 'a bench needs no secret', name: 'Asha' }
  const place = { country: 'US', timeZone: ZONE }
  const { accessToken, user } = await call(url, '', 'POST', '/v1/auth/register', { ...account, ...place })
  await query('update users set email_verified = true where id = $1', [user.id])
  const send = (method, path, body) => call(url, accessToken, method, path, body)
  const [{ householdId, memberId }] = await query(
    'select household_id as "householdId", id as "memberId" from household_members where user_id = $1',
    [user.id],
  )
  for (const device of peers.devices(name))
    if (channels.includes(device.kind)) await send('POST', '/v1/me/devices', device)
  if (channels.includes('webhook'))
    peers.signs(name, (await send('POST', '/v1/me/webhooks', peers.webhook(name))).secret)
  await send('PATCH', '/v1/me/notifications', { sendAt: '23:59', quiet: null })
  const startsOn = dayIn(ZONE, Date.now() + 3 * DAY - 28 * DAY)
  for (let one = 1; one <= subscriptions; one++)
    await send('POST', `/v1/households/${householdId}/subscriptions`, {
      name: `K${number}-${one}`,
      kind: 'ott',
      startsOn,
      interval: { count: 28, unit: 'day' },
      price: { amount: 1549, currency: 'USD' },
      renewal: 'automatic',
      recordsItself: false,
      pastPeriods: 'assumePaid',
    })
  return { householdId, memberId, userId: user.id, token: accessToken }
}
