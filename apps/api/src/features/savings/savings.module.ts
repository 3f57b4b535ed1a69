import { Module } from '@nestjs/common'
import { CatalogueModule } from '../catalogue/catalogue.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { SubscriptionsModule } from '../subscriptions/subscriptions.module.ts'
import { EntitlementsController } from './entitlements.controller.ts'
import { EntitlementsService } from './entitlements.service.ts'
import { SavingsReaderService } from './savings-reader.service.ts'
import { SavingsStepRepository } from './savings-step.repository.ts'
import { SavingsStepsController } from './savings-steps.controller.ts'
import { SavingsStepsService } from './savings-steps.service.ts'
import { SavingsController } from './savings.controller.ts'
import { SavingsRepository } from './savings.repository.ts'
import { SavingsService } from './savings.service.ts'
import { WantedBothController } from './wanted-both.controller.ts'
import { WantedBothRepository } from './wanted-both.repository.ts'
import { WantedBothService } from './wanted-both.service.ts'

@Module({
  imports: [HouseholdsModule, SubscriptionsModule, CatalogueModule],
  controllers: [SavingsController, SavingsStepsController, WantedBothController, EntitlementsController],
  providers: [
    SavingsService,
    SavingsReaderService,
    SavingsRepository,
    SavingsStepsService,
    SavingsStepRepository,
    EntitlementsService,
    WantedBothService,
    WantedBothRepository,
  ],
  exports: [SavingsService, SavingsStepsService, WantedBothService],
})
export class SavingsModule {}
