import { Module } from '@nestjs/common'
import { CatalogueController } from './catalogue.controller.ts'
import { CatalogueEditingController } from './catalogue-editing.controller.ts'
import { CatalogueEditingRepository } from './catalogue-editing.repository.ts'
import { CatalogueEditingService } from './catalogue-editing.service.ts'
import { CatalogueImportService } from './catalogue-import.service.ts'
import { CatalogueImportRepository } from './catalogue-import.repository.ts'
import { CatalogueSchedule } from './catalogue.schedule.ts'
import { CatalogueSearchService } from './catalogue-search.service.ts'
import { CatalogueVersionService } from './catalogue-version.service.ts'
import { PlanRepository } from './plan.repository.ts'
import { PlansOfCountryService } from './plans-of-country.service.ts'
import { PlansOfProvidersService } from './plans-of-providers.service.ts'
import { ProviderRepository } from './provider.repository.ts'
import { RecentPlansService } from './recent-plans.service.ts'
import { CatalogueService } from './catalogue.service.ts'

@Module({
  controllers: [CatalogueController, CatalogueEditingController],
  providers: [
    PlanRepository,
    ProviderRepository,
    CatalogueImportRepository,
    CatalogueVersionService,
    RecentPlansService,
    PlansOfProvidersService,
    PlansOfCountryService,
    CatalogueSearchService,
    CatalogueService,
    CatalogueImportService,
    CatalogueEditingRepository,
    CatalogueEditingService,
    CatalogueSchedule,
  ],
  exports: [CatalogueService],
})
export class CatalogueModule {}
