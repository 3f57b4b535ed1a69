// What recording a payment is measured against: "create expense" of a splitting application of the usual kind (Spliit), as fast
// as it could be. Spliit itself needs Next and Prisma and is not here. What it does per expense is modelled on the generous side:
// Prisma sends more statements than these, logs the activity in a transaction of its own, and checks more. Here: Fastify, one
// transaction, prepared statements; group and participants are read, the expense, its parts (one statement) and the activity
// written. No account, no key, no rights, no balances.
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import { Pool } from 'pg'

const { DATABASE_URL, PORT } = process.env
const pool = new Pool({ connectionString: DATABASE_URL, max: 10 })

const tables = `
  create schema spliit;
  create table spliit.groups (id text primary key, name text not null, currency text not null, created_at timestamptz not null default now());
  create table spliit.participants (id text primary key, name text not null, group_id text not null references spliit.groups);
  create table spliit.expenses (id text primary key, group_id text not null references spliit.groups, expense_date date not null,
    title text not null, category_id int not null, amount int not null, paid_by_id text not null references spliit.participants,
    is_reimbursement boolean not null, split_mode text not null, notes text, created_at timestamptz not null default now());
  create table spliit.expense_paid_for (expense_id text not null references spliit.expenses, participant_id text not null
    references spliit.participants, shares int not null, primary key (expense_id, participant_id));
  create table spliit.activities (id text primary key, group_id text not null references spliit.groups, time timestamptz not null
    default now(), activity_type text not null, participant_id text, expense_id text, data text);
  create index on spliit.participants (group_id);
  create index on spliit.expenses (group_id);
  create index on spliit.activities (group_id);
  insert into spliit.groups select 'group-' || g, 'Group', 'INR' from generate_series(0, 99) g;
  insert into spliit.participants select 'person-' || g || '-' || p, 'Person', 'group-' || g
    from generate_series(0, 99) g, generate_series(0, 2) p;`

const statements = {
  group: { name: 'group', text: 'select * from spliit.groups where id = $1' },
  participants: { name: 'participants', text: 'select * from spliit.participants where group_id = $1' },
  expense: {
    name: 'expense',
    text: `insert into spliit.expenses (id, group_id, expense_date, title, category_id, amount, paid_by_id, is_reimbursement, split_mode)
      values ($1, $2, $3, $4, 0, $5, $6, false, 'EVENLY') returning *`,
  },
  paidFor: {
    name: 'paid-for',
    text: `insert into spliit.expense_paid_for (expense_id, participant_id, shares) select $1, unnest($2::text[]), 100`,
  },
  activity: {
    name: 'activity',
    text: `insert into spliit.activities (id, group_id, activity_type, participant_id, expense_id, data)
      values ($1, $2, 'CREATE_EXPENSE', $3, $4, $5)`,
  },
}

async function createExpense(groupId, { title, amount, expenseDate }) {
  const client = await pool.connect()
  const ask = async (statement, values) => (await client.query({ ...statement, values })).rows
  try {
    await client.query('begin')
    const [group] = await ask(statements.group, [groupId])
    if (group === undefined) throw new Error(`There is no ${groupId}`)
    const people = (await ask(statements.participants, [groupId])).map(({ id }) => id)
    const id = randomUUID()
    const [expense] = await ask(statements.expense, [id, groupId, expenseDate, title, amount, people[0]])
    await ask(statements.paidFor, [id, people])
    await ask(statements.activity, [randomUUID(), groupId, people[0], id, title])
    await client.query('commit')
    return { ...expense, paidFor: people }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

process.on('message', () => process.send?.({ type: 'cpu', usage: process.cpuUsage() }))

await pool.query(tables)
const app = Fastify()
app.post('/groups/:id/expenses', async ({ params, body }, reply) =>
  reply.code(201).send(await createExpense(params.id, body)),
)
await app.listen({ port: Number(PORT), host: '127.0.0.1' })
process.send?.({ type: 'ready' })
