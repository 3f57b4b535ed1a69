import { insertRows, selectList } from '../../platform/postgres/row-columns.ts'
import { lines } from './line.table.ts'

const columns = selectList(lines, 'l')

/** What is everybody's, and what is one's own. */
const visible = (member: string) => `(l.private_to is null or l.private_to = ${member})`

/** Every prepared statement on lines; a test explains each. */
export const lineStatements = {
  ofNumber: {
    name: 'lines.of-number',
    text: `select ${columns} from lines l
      where l.household_id = $1 and l.kind = $2 and l.number_key = $3 and ${visible('$4')}`,
  },
  one: {
    name: 'lines.one',
    text: `select ${columns} from lines l where l.household_id = $1 and l.id = $2 and ${visible('$3')}`,
  },
  /** What somebody alone knows, and what is theirs of what everybody knows. */
  ownOf: {
    name: 'lines.own-of',
    text: `select ${columns} from lines l
      where l.household_id = $1 and (l.private_to = $2 or l.private_to is null and l.member_id = $2) order by l.id`,
  },
  list: {
    name: 'lines.list',
    text: `select ${columns} from lines l where l.household_id = $1 and ${visible('$2')} and l.id > $3
      and ($4::text is null or l.kind = $4) order by l.id limit $5`,
  },
  /** Nothing where its id or its number is there already. */
  make: {
    name: 'lines.make',
    text: `${insertRows(lines, 'l')} on conflict do nothing returning ${columns}`,
  },
  publish: {
    name: 'lines.publish',
    text: `update lines l set private_to = null, revision = l.revision + 1, updated_at = $3
      where l.household_id = $1 and l.id = $2 returning ${columns}`,
  },
  /** Nothing where its owner has one of that number already. */
  hide: {
    name: 'lines.hide',
    text: `update lines l set private_to = $3, revision = l.revision + 1, updated_at = $4
      where l.household_id = $1 and l.id = $2 and l.private_to is null and not exists (select from lines o
        where o.household_id = $1 and o.kind = l.kind and o.number_key = l.number_key and o.private_to = $3)
      returning ${columns}`,
  },
  change: {
    name: 'lines.change',
    text: `update lines l set number = $4, number_key = $5, member_id = $6, name = $7, revision = l.revision + 1,
      updated_at = $8 where l.household_id = $1 and l.id = $2 and l.revision = $3 returning ${columns}`,
  },
  numberOf: {
    name: 'lines.number-of',
    text: 'select l.number from lines l where l.household_id = $1 and l.id = $2',
  },
  /** Waits for who is taking it away. */
  hold: {
    name: 'lines.hold',
    text: 'select l.private_to as "privateTo" from lines l where l.household_id = $1 and l.id = $2 for key share',
  },
  remove: {
    name: 'lines.remove',
    text: 'delete from lines l where l.household_id = $1 and l.id = $2 returning l.name',
  },
  erasePrivate: {
    name: 'lines.erase-private',
    text: 'delete from lines l where l.household_id = $1 and l.private_to = $2',
  },
  handOver: {
    name: 'lines.hand-over',
    text: `update lines l set member_id = $3, revision = l.revision + 1
      where l.household_id = $1 and l.member_id = $2 returning l.id`,
  },
  handBack: {
    name: 'lines.hand-back',
    text: `update lines l set member_id = $3, revision = l.revision + 1
      where l.household_id = $1 and l.member_id = $2 and l.id = any($4::uuid[])`,
  },
  toAdopt: {
    name: 'lines.to-adopt',
    text: `select a.household_id as "id", h.country from line_adoptions a
      join households h on h.id = a.household_id where a.household_id > $1 order by a.household_id limit $2`,
  },
  adopted: {
    name: 'lines.adopted',
    text: 'delete from line_adoptions a where a.household_id = $1',
  },
} as const
