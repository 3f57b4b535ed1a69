/** Registers a person and fills the household with so many subscriptions through the API itself. */
export async function fillHousehold(url, count) {
  const call = async (path, options = {}) => {
    const response = await fetch(url + path, options)
    const body = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(body)}`)
    return body
  }
  const json = { 'Content-Type': 'application/json', 'X-Client': 'mobile' }
  const session = await call('/v1/auth/register', {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ email: 'bench@example.org', password: 'a bench needs no secret', name: 'Asha' }),
  })
  const headers = { ...json, Authorization: `Bearer ${session.accessToken}` }
  const { households } = await call('/v1/me', { headers })
  const [{ id, memberId, today }] = households
  const plans = await everyPlan(call)
  const add = (at) => {
    const plan = plans[at % plans.length]
    return call(`/v1/households/${id}/subscriptions`, {
      method: 'POST',
      headers,
      body: JSON.stringify({
        planId: plan.id,
        name: `${plan.name} ${at}`,
        // Packs are recharged by somebody, so they run; what renews by itself looks back on a year.
        startsOn: daysBefore(today, (at * 37) % (plan.renewal === 'manual' ? daysOf(plan.interval) : 400)),
        pastPeriods: 'assumePaid',
      }),
    })
  }
  for (let at = 0; at < count; at += 4)
    await Promise.all(Array.from({ length: Math.min(4, count - at) }, (_, more) => add(at + more)))
  await payOpenCharges(call, `/v1/households/${id}`, headers)
  return { householdId: id, memberId, today, token: session.accessToken }
}

/** All but one in twenty, as in a household that keeps its things in order. */
async function payOpenCharges(call, home, headers) {
  const charges = await everyItem(call, `${home}/charges?state=open&limit=100`, { headers })
  for (const [at, { id }] of charges.entries())
    if (at % 20 !== 0) await call(`${home}/charges/${id}/payments`, { method: 'POST', headers, body: '{}' })
}

async function everyItem(call, path, options) {
  const items = []
  for (let cursor = ''; ;) {
    const page = await call(path + cursor, options)
    items.push(...page.items)
    if (page.nextCursor === null) return items
    cursor = `&cursor=${encodeURIComponent(page.nextCursor)}`
  }
}

async function everyPlan(call) {
  const plans = await everyItem(call, '/v1/plans?country=IN&limit=100')
  // Nobody keeps packs of a few days for a year.
  return plans.filter(({ interval }) => interval.unit !== 'day' || interval.count >= 28)
}

const daysIn = { day: 1, week: 7, month: 28, year: 365 }
const daysOf = ({ count, unit }) => count * daysIn[unit]
const daysBefore = (date, days) => new Date(Date.parse(date) - days * 86_400_000).toISOString().slice(0, 10)
