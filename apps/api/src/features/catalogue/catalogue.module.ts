import { Module } from '@nestjs/common'
import { CatalogueController } from './catalogue.controller.ts'
import { CatalogueImportService } from './catalogue-import.service.ts'
import { CatalogueRepository } from './catalogue.repository.ts'
import { RecentPlansService } from './recent-plans.service.ts'
import { CatalogueService } from './catalogue.service.ts'

@Module({
  controllers: [CatalogueController],
  providers: [CatalogueRepository, RecentPlansService, CatalogueService, CatalogueImportService],
  exports: [CatalogueService],
})
export class CatalogueModule {}
