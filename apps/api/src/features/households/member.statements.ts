const columns = `id, name, role, user_id as "userId", joined_on as "joinedOn", left_on as "leftOn", came_on as "cameOn",
  upi_id as "upiId", guest_token_hash is not null as "hasGuestLink"`

/** Every prepared statement on the people of a household. */
export const memberStatements = {
  lockHousehold: {
    name: 'members.lock-household',
    text: 'select id from households where id = $1 for update',
  },
  present: {
    name: 'members.present',
    text: `select ${columns} from household_members
      where household_id = $1 and left_on is null and id > $2 order by id limit $3`,
  },
  everyone: {
    name: 'members.everyone',
    text: `select ${columns} from household_members
      where household_id = $1 and id > $2 order by id limit $3`,
  },
  one: {
    name: 'members.one',
    text: `select ${columns} from household_members where household_id = $1 and id = $2`,
  },
  ofUser: {
    name: 'members.of-user',
    text: `select ${columns} from household_members where household_id = $1 and user_id = $2`,
  },
  upiIds: {
    name: 'members.upi-ids',
    text: `select id, upi_id as "upiId" from household_members where household_id = $1 and upi_id is not null`,
  },
  owners: {
    name: 'members.owners',
    text: `select id from household_members
      where household_id = $1 and role = 'owner' and user_id is not null and left_on is null`,
  },
  countPresent: {
    name: 'members.count-present',
    text: `select count(*)::int as count from household_members where household_id = $1 and left_on is null`,
  },
  others: {
    name: 'members.others',
    text: `select id from household_members
      where household_id = $1 and id <> $2 and user_id is not null and left_on is null limit 1`,
  },
  insert: {
    name: 'members.insert',
    text: `insert into household_members (id, household_id, user_id, name, role, joined_on, created_at, came_on)
      values ($1, $2, $3, $4, $5, $6, $7, case when $3::uuid is not null then $6::date end) on conflict (id) do nothing returning id`,
  },
  update: {
    name: 'members.update',
    text: `update household_members set name = coalesce($2, name),
        role = coalesce($3::household_role, role), upi_id = case when $4 then $5 else upi_id end
      where id = $1`,
  },
  bind: {
    name: 'members.bind',
    text: `update household_members set user_id = $3, role = $4, guest_token_hash = null, came_on = $5
      where household_id = $1 and id = $2 and user_id is null and left_on is null returning id`,
  },
  comeBack: {
    name: 'members.come-back',
    text: 'update household_members set left_on = null, role = $2, came_on = $3 where id = $1',
  },
  /** Only who is there and has no account. */
  mergeInto: {
    name: 'members.merge-into',
    text: `update household_members set left_on = $3, guest_token_hash = null
      where household_id = $1 and id = $2 and user_id is null and left_on is null returning id`,
  },
  /** Only who has left and has no account. */
  comeApart: {
    name: 'members.come-apart',
    text: `update household_members set left_on = null
      where household_id = $1 and id = $2 and user_id is null and left_on is not null returning id`,
  },
  leave: {
    name: 'members.leave',
    text: `update household_members set left_on = $2, guest_token_hash = null,
        role = case when role = 'guest' then role else 'member' end
      where id = $1`,
  },
  setGuestToken: {
    name: 'members.set-guest-token',
    text: `update household_members set guest_token_hash = $3
      where household_id = $1 and id = $2 and user_id is null and left_on is null returning id`,
  },
  endGuestToken: {
    name: 'members.end-guest-token',
    text: `update household_members set guest_token_hash = null
      where household_id = $1 and id = $2 and guest_token_hash is not null returning id`,
  },
  byGuestToken: {
    name: 'members.by-guest-token',
    text: `select m.household_id as "householdId", h.name as "householdName", h.country,
        h.time_zone as "timeZone", m.id as "memberId", m.name
      from household_members m join households h on h.id = m.household_id
      where m.guest_token_hash = $1 and m.left_on is null`,
  },
} as const
