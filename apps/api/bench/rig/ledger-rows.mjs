/** Somebody with a household of three who share a subscription, on these terms, through the API. */
export async function aTemplate(url, terms = {}) {
  const call = async (path, token, body) => {
    const response = await fetch(url + path, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'Content-Type': 'application/json', 'X-Client': 'mobile', Authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${JSON.stringify(answer)}`)
    return answer
  }
  const account = { email: 'bench@example.org', password: 'a bench needs no secret', name: 'Asha' }
  const { accessToken: token } = await call('/v1/auth/register', '', account)
  const { households } = await call('/v1/me', token)
  const [{ id: householdId, memberId, today }] = households
  const home = `/v1/households/${householdId}`
  const others = []
  for (const name of ['Ravi', 'Meera']) others.push((await call(`${home}/members`, token, { name })).id)
  const subscription = await call(`${home}/subscriptions`, token, {
    name: 'Stream',
    kind: 'ott',
    startsOn: today,
    interval: { count: 1, unit: 'month' },
    price: { amount: 64_901, currency: 'INR' },
    split: { kind: 'equal', memberIds: [memberId, ...others] },
    ...terms,
  })
  const { items } = await call(`${home}/charges?subscriptionId=${subscription.id}`, token)
  return { token, householdId, memberId, today, subscriptionId: subscription.id, chargeId: items[0].id }
}

const copyOf = (table, changes) => `select (jsonb_populate_record(one, ${changes})).* from ${table} one`

/** Households of three people with so many unpaid charges each, as copies of what the API itself wrote. */
export async function fillHouseholds(client, template, { households, charges }) {
  const { householdId } = template
  const filled = []
  for (let number = 0; number < households; number++) {
    const {
      rows: [{ id }],
    } = await client.query('select gen_random_uuid() as id')
    await client.query(
      `insert into households ${copyOf('households', `jsonb_build_object('id', $2::text)`)} where one.id = $1`,
      [householdId, id],
    )
    const { rows } = await client.query(
      `with billed as (insert into billed_subscriptions ${copyOf(
        `generate_series(1, $3::int) number, billed_subscriptions`,
        `jsonb_build_object('id', gen_random_uuid(), 'household_id', $2::text)`,
      )} where one.id = $4 returning id)
      insert into charges ${copyOf(
        'billed, charges',
        `jsonb_build_object('id', gen_random_uuid(), 'household_id', $2::text, 'subscription_id', billed.id)`,
      )} where one.id = $1 returning id`,
      [template.chargeId, id, charges, template.subscriptionId],
    )
    await client.query(
      `insert into household_members ${copyOf(
        'household_members',
        `jsonb_build_object('id', gen_random_uuid(), 'household_id', $2::text)`,
      )} where one.id = $1`,
      [template.memberId, id],
    )
    filled.push({ id, memberId: template.memberId, charges: rows.map((row) => row.id) })
  }
  return filled
}

/** A household with so many entries, four of each posting. */
export async function fillLedger(client, { id, charges }, entries) {
  const { rows: members } = await client.query('select gen_random_uuid() as id from generate_series(1, 6)')
  const people = members.map((row) => row.id)
  await client.query('begin')
  await client.query(
    `create temp table posted on commit drop as
       select gen_random_uuid() as id, number, ($2::uuid[])[1 + number % $3] as charge_id from generate_series(1, $1::int / 4) number`,
    [entries, charges, charges.length],
  )
  await client.query(
    `insert into ledger_transactions (id, household_id, kind, charge_id, occurred_on, recorded_at)
       select id, $1, 'split', charge_id, date '2020-01-01' + number % 2000, now() from posted`,
    [id],
  )
  await client.query(
    `insert into ledger_entries (transaction_id, account, currency, household_id, amount)
       select id, ($2::text[])[1 + (number + who) % 6], 'INR', $1, case who when 0 then 300 else -100 end
       from posted, generate_series(0, 3) who`,
    [id, people],
  )
  await client.query('commit')
}
