import { Injectable } from '@nestjs/common'
import { v7 } from 'uuid'
import { Clock } from '../../platform/clock/clock.ts'
import { CatalogueImportRepository } from './catalogue-import.repository.ts'
import { KEPT_SECONDS } from './recent-plans.service.ts'

/**
 * Names the content of the catalogue: what was derived from another one is stale. Another process may load a new one; that is
 * seen by whoever derives, as soon as plans that are read again, so that what is stored is read without asking for it.
 */
@Injectable()
export class CatalogueVersionService {
  private last: { readonly version: string; readonly readAt: number } | undefined

  constructor(
    private readonly imports: CatalogueImportRepository,
    private readonly clock: Clock,
  ) {}

  /** As this process knows it. */
  async known(): Promise<string> {
    return (this.last ?? (await this.read())).version
  }

  /** As it is, five minutes old at most. */
  async current(): Promise<string> {
    const { last } = this
    const isFresh = last !== undefined && this.clock.now() - last.readAt < KEPT_SECONDS * 1000
    return (isFresh ? last : await this.read()).version
  }

  /** This process has loaded another one. */
  forget(): void {
    this.last = undefined
  }

  /** Somebody edited the catalogue. */
  async bump(): Promise<void> {
    await this.imports.noteEdit(v7())
    this.forget()
  }

  private async read() {
    const readAt = this.clock.now()
    this.last = { version: await this.imports.version(), readAt }
    return this.last
  }
}
