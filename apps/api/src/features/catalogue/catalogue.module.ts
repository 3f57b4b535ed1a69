import { Module } from '@nestjs/common'
import { CatalogueController } from './catalogue.controller.ts'
import { CatalogueImportService } from './catalogue-import.service.ts'
import { CatalogueImportRepository } from './catalogue-import.repository.ts'
import { CatalogueVersion } from './catalogue-version.ts'
import { PlanRepository } from './plan.repository.ts'
import { PlansOfProviders } from './plans-of-providers.ts'
import { ProviderRepository } from './provider.repository.ts'
import { RecentPlansService } from './recent-plans.service.ts'
import { CatalogueService } from './catalogue.service.ts'

@Module({
  controllers: [CatalogueController],
  providers: [
    PlanRepository,
    ProviderRepository,
    CatalogueImportRepository,
    CatalogueVersion,
    RecentPlansService,
    PlansOfProviders,
    CatalogueService,
    CatalogueImportService,
  ],
  exports: [CatalogueService],
})
export class CatalogueModule {}
