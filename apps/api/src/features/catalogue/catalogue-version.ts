import { Injectable } from '@nestjs/common'
import { Clock } from '../../platform/clock/clock.ts'
import { CatalogueRepository } from './catalogue.repository.ts'
import { KEPT_SECONDS } from './recent-plans.ts'

export const IMPORT_ID = 'bundled'

/**
 * Names the content of the catalogue: what was derived from another one is stale. Another process may load a new one; that is
 * seen as soon as plans that are read again.
 */
@Injectable()
export class CatalogueVersion {
  private known: { readonly version: string; readonly readAt: number } | undefined

  constructor(
    private readonly repository: CatalogueRepository,
    private readonly clock: Clock,
  ) {}

  async current(): Promise<string> {
    const now = this.clock.now()
    if (this.known === undefined || now - this.known.readAt >= KEPT_SECONDS * 1000) {
      const last = await this.repository.imports.get(IMPORT_ID)
      this.known = { version: last?.contentHash ?? '', readAt: now }
    }
    return this.known.version
  }

  /** This process has loaded another one. */
  forget(): void {
    this.known = undefined
  }
}
