import { Module } from '@nestjs/common'
import { CatalogueController } from './catalogue.controller.ts'
import { CatalogueImport } from './catalogue-import.ts'
import { CatalogueRepository } from './catalogue.repository.ts'
import { CatalogueVersion } from './catalogue-version.ts'
import { PlansOfProviders } from './plans-of-providers.ts'
import { RecentPlans } from './recent-plans.ts'
import { CatalogueService } from './catalogue.service.ts'

@Module({
  controllers: [CatalogueController],
  providers: [
    CatalogueRepository,
    CatalogueVersion,
    RecentPlans,
    PlansOfProviders,
    CatalogueService,
    CatalogueImport,
  ],
  exports: [CatalogueService],
})
export class CatalogueModule {}
