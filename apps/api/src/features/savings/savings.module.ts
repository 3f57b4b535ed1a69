import { Module } from '@nestjs/common'
import { CatalogueModule } from '../catalogue/catalogue.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { SavingsReaderService } from './savings-reader.service.ts'
import { SavingsStepRepository } from './savings-step.repository.ts'
import { SavingsStepsController } from './savings-steps.controller.ts'
import { SavingsStepsService } from './savings-steps.service.ts'
import { SavingsController } from './savings.controller.ts'
import { SavingsRepository } from './savings.repository.ts'
import { SavingsService } from './savings.service.ts'

@Module({
  imports: [HouseholdsModule, SubscriptionsModule, CatalogueModule],
  controllers: [SavingsController, SavingsStepsController],
  providers: [
    SavingsService,
    SavingsReaderService,
    SavingsRepository,
    SavingsStepsService,
    SavingsStepRepository,
  ],
  exports: [SavingsService],
})
export class SavingsModule {}
