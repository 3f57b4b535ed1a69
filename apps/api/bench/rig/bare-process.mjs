// What the API is measured against: Fastify, the same rows, one prepared query, no account, no checks.
import Fastify from 'fastify'
import { Pool, types } from 'pg'

const { DATABASE_URL, HOUSEHOLD, MEMBER, PORT, TODAY } = process.env
types.setTypeParser(types.builtins.DATE, (text) => text)
types.setTypeParser(types.builtins.INT8, Number)
const pool = new Pool({ connectionString: DATABASE_URL, max: 10 })

const overview = {
  name: 'bare.overview',
  text: 'select gzip from overviews where household_id = $1 and member_id = $2 and local_date = $3',
  values: [HOUSEHOLD, MEMBER, TODAY],
}

/** A page of the list: each subscription, its plan, and its next charge. */
const list = {
  name: 'bare.list',
  text: `select s.body, p.body as plan, c.due_on, c.amount - c.paid as amount, c.currency
    from (select id, name_key, body from subscriptions
        where household_id = $1 and visible_to in ('*', $2) order by name_key, id limit 51) s
      left join plans p on p.id = s.body->>'planId'
      left join lateral (select due_on, amount, paid, currency from charges
        where subscription_id = s.id::uuid and paid < amount and voided_at is null and waived_at is null
          and due_on >= $3 order by due_on limit 1) c on true
    order by s.name_key, s.id`,
  values: [HOUSEHOLD, MEMBER, TODAY],
}

process.on('message', () => process.send?.({ type: 'cpu', usage: process.cpuUsage() }))

const app = Fastify()
app.get('/overview', async (_request, reply) => {
  const { rows } = await pool.query(overview)
  return reply
    .header('Content-Type', 'application/json; charset=utf-8')
    .header('Content-Encoding', 'gzip')
    .send(rows[0].gzip)
})
app.get('/list', async () => {
  const { rows } = await pool.query(list)
  return rows
})
await app.listen({ port: Number(PORT), host: '127.0.0.1' })
process.send?.({ type: 'ready' })
