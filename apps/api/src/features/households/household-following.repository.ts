import { Injectable } from '@nestjs/common'
import { Postgres, type Queries, type Tx } from '../../platform/postgres/postgres.ts'
import type { FollowedHousehold } from './member.types.ts'

/** When somebody looks again although nothing changed, and until when all that is to come is planned. */
export interface Followed {
  readonly followAt: string | null
  readonly plannedUntil: string
}

const columns = `h.id, h.name, h.country, h.currency, h.time_zone as "timeZone",
  h.content_revision as revision, h.planned_until as "plannedUntil"`

/** Every prepared statement on what follows a household; a test explains each. */
export const followingStatements = {
  /** Those that changed, and those whose day has begun. */
  due: {
    name: 'following.due',
    text: `select ${columns} from households h where h.id = any(array(
      (select c.id from households c where c.followed_revision < c.content_revision order by c.id limit $2)
      union (select d.id from households d where d.follow_at <= $1 order by d.follow_at limit $2)))`,
  },
  one: { name: 'following.one', text: `select ${columns} from households h where h.id = $1` },
  followed: {
    name: 'following.followed',
    text: `update households set followed_revision = greatest(followed_revision, $2), follow_at = $3,
        planned_until = $4 where id = $1 returning id`,
  },
  /** Who writes there waits until the transaction ends that asks. */
  hold: {
    name: 'following.hold',
    text: 'select content_revision as revision from households where id = $1 for share',
  },
  ofUser: {
    name: 'following.of-user',
    text: `select m.household_id as id from household_members m
      where m.user_id = $1 and m.left_on is null order by m.household_id`,
  },
} as const

@Injectable()
export class HouseholdFollowingRepository {
  constructor(private readonly postgres: Postgres) {}

  due(now: string, limit: number): Promise<FollowedHousehold[]> {
    return this.postgres.query(followingStatements.due, [now, limit])
  }

  async one(id: string): Promise<FollowedHousehold | undefined> {
    const [household] = await this.postgres.query<FollowedHousehold>(followingStatements.one, [id])
    return household
  }

  /** False when the household is gone. */
  async followed(
    tx: Tx,
    id: string,
    revision: number,
    { followAt, plannedUntil }: Followed,
  ): Promise<boolean> {
    return (await tx.query(followingStatements.followed, [id, revision, followAt, plannedUntil])).length > 0
  }

  async hold(tx: Tx, id: string): Promise<number | undefined> {
    const [row] = await tx.query<{ revision: number }>(followingStatements.hold, [id])
    return row?.revision
  }

  async ofUser(on: Queries, userId: string): Promise<string[]> {
    return (await on.query<{ id: string }>(followingStatements.ofUser, [userId])).map(({ id }) => id)
  }
}
