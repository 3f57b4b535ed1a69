import { Module } from '@nestjs/common'
import { CatalogueController } from './catalogue.controller.ts'
import { CatalogueImport } from './catalogue-import.ts'
import { CatalogueImportRepository } from './catalogue-import.repository.ts'
import { CatalogueVersion } from './catalogue-version.ts'
import { PlanRepository } from './plan.repository.ts'
import { PlansOfProviders } from './plans-of-providers.ts'
import { ProviderRepository } from './provider.repository.ts'
import { RecentPlans } from './recent-plans.ts'
import { CatalogueService } from './catalogue.service.ts'

@Module({
  controllers: [CatalogueController],
  providers: [
    PlanRepository,
    ProviderRepository,
    CatalogueImportRepository,
    CatalogueVersion,
    RecentPlans,
    PlansOfProviders,
    CatalogueService,
    CatalogueImport,
  ],
  exports: [CatalogueService],
})
export class CatalogueModule {}
