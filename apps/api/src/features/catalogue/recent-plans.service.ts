import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import type { PlanDocument } from './plan.document.ts'
import { PlanRepository } from './plan.repository.ts'

/** As long as a public answer may be kept by others: nobody sees an older plan here than there. */
export const KEPT_SECONDS = 300
const MOST = 2000

/** Plans that lists mention again and again. Asking the store for them would cost each page a question more. */
@Injectable()
export class RecentPlansService {
  private readonly kept = new Map<string, { readonly plan: PlanDocument; readonly readAt: number }>()

  constructor(
    private readonly plans: PlanRepository,
    private readonly clock: Clock,
  ) {}

  async byIds(ids: ReadonlySet<string>): Promise<Map<string, PlanDocument>> {
    const now = this.clock.now()
    const isFresh = (id: string) => now - (this.kept.get(id)?.readAt ?? -Infinity) < KEPT_SECONDS * 1000
    const missing = [...ids].filter((id) => !isFresh(id))
    if (missing.length > 0) this.keep(await this.plans.getMany(missing), now)
    const found = new Map<string, PlanDocument>()
    for (const id of ids) {
      const entry = this.kept.get(id)
      if (entry) found.set(id, entry.plan)
    }
    return found
  }

  /** Somebody edited one here. */
  forget(): void {
    this.kept.clear()
  }

  private keep(plans: readonly PlanDocument[], readAt: number): void {
    if (this.kept.size + plans.length > MOST) this.kept.clear()
    for (const plan of plans) this.kept.set(plan.id, { plan, readAt })
  }
}
