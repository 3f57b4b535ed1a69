import { Injectable } from '@nestjs/common'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import type { PlanDocument } from './plan.document.ts'
import { PlanRepository } from './plan.repository.ts'

/** All that is sold in a country, read once per version of the catalogue. */
@Injectable()
export class PlansOfCountryService {
  private readonly kept = new Map<string, Promise<PlanDocument[]>>()
  private version = ''

  constructor(
    private readonly plans: PlanRepository,
    private readonly catalogue: CatalogueVersionService,
  ) {}

  async of(country: string): Promise<PlanDocument[]> {
    const version = await this.catalogue.current()
    if (version !== this.version) {
      this.kept.clear()
      this.version = version
    }
    const known = this.kept.get(country)
    if (known !== undefined) return known
    const reading = this.plans.ofCountry(country)
    this.kept.set(country, reading)
    // What could not be read is asked for again.
    reading.catch(() => this.kept.delete(country))
    return reading
  }
}
