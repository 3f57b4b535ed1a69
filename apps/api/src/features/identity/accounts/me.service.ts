import { Injectable } from '@nestjs/common'
import { Clock } from '../../../platform/clock/clock.ts'
import type { Actor } from '../../../platform/http/actor.ts'
import { ProblemError } from '../../../platform/http/problem.ts'
import { HouseholdsService } from '../../households/households.service.ts'
import { presentUser } from '../users/user.presenter.ts'
import { UserRepository, type UserRow } from '../users/user.repository.ts'

/** More households than a person ever has. */
const ALL_HOUSEHOLDS = 100

/** Who somebody is, to themselves. */
@Injectable()
export class MeService {
  constructor(
    private readonly users: UserRepository,
    private readonly households: HouseholdsService,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor) {
    return this.present(await this.userOf(actor.userId), actor)
  }

  async update(actor: Actor, changes: { name?: string | undefined; locale?: string | undefined }) {
    return this.present(await this.users.update(actor.userId, changes, this.clock.nowIso()), actor)
  }

  private async userOf(id: string): Promise<UserRow> {
    const user = await this.users.byId(id)
    if (user === undefined) throw new ProblemError('session-ended')
    return user
  }

  private async present(user: UserRow, actor: Actor) {
    const { items } = await this.households.list(actor, { limit: ALL_HOUSEHOLDS })
    return {
      ...presentUser(user),
      locale: user.locale,
      permissions: [...actor.permissions],
      households: items,
    }
  }
}
