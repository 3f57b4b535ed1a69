import { Module } from '@nestjs/common'
import { HouseholdRepository } from './household.repository.ts'
import { HouseholdsController } from './households.controller.ts'
import { HouseholdsService } from './households.service.ts'

@Module({
  controllers: [HouseholdsController],
  providers: [HouseholdsService, HouseholdRepository],
  exports: [HouseholdsService],
})
export class HouseholdsModule {}
