const copyOf = (table, changes) => `select (jsonb_populate_record(one, ${changes})).* from ${table} one`

/**
 * Households with so many subscriptions each, as copies of one that the API itself wrote: the same person, the same charges, due on
 * the same day. Answers nothing: they are found by what is due.
 */
export async function fillDue(client, { householdId, memberId, subscriptionId }, { households, each }) {
  await client.query(
    'create temp table home as select gen_random_uuid() as id from generate_series(1, $1::int)',
    [households],
  )
  await client.query(
    `insert into households ${copyOf('home, households', `jsonb_build_object('id', home.id)`)} where one.id = $1`,
    [householdId],
  )
  await client.query(
    `insert into household_members ${copyOf(
      'home, household_members',
      `jsonb_build_object('id', gen_random_uuid(), 'household_id', home.id, 'user_id', null)`,
    )} where one.id = $1`,
    [memberId],
  )
  await client.query(
    'create temp table due as select home.id as household_id, gen_random_uuid() as id from home, generate_series(1, $1::int)',
    [each],
  )
  await client.query(
    `insert into subscriptions ${copyOf(
      'due, subscriptions',
      `jsonb_build_object('id', due.id, 'household_id', due.household_id,
        'next_look', split_part(one.next_look, ' ', 1) || ' ' || due.household_id,
        'body', one.body || jsonb_build_object('householdId', due.household_id))`,
    )} where one.id = $1`,
    [subscriptionId],
  )
  await client.query(
    `insert into billed_subscriptions ${copyOf(
      'due, billed_subscriptions',
      `jsonb_build_object('id', due.id, 'household_id', due.household_id)`,
    )} where one.id = $1`,
    [subscriptionId],
  )
  await client.query(
    `insert into charges ${copyOf(
      'due, charges',
      `jsonb_build_object('id', gen_random_uuid(), 'subscription_id', due.id, 'household_id', due.household_id)`,
    )} where one.subscription_id = $1`,
    [subscriptionId],
  )
  await client.query('vacuum analyze')
}
