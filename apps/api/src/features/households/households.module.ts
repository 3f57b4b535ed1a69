import { Module } from '@nestjs/common'
import { HouseholdDepartureRepository } from './household-departure.repository.ts'
import { HouseholdDeparture } from './household-departure.service.ts'
import { HouseholdRepository } from './household.repository.ts'
import { HouseholdsController } from './households.controller.ts'
import { HouseholdsService } from './households.service.ts'

@Module({
  controllers: [HouseholdsController],
  providers: [HouseholdsService, HouseholdRepository, HouseholdDeparture, HouseholdDepartureRepository],
  exports: [HouseholdsService, HouseholdDeparture],
})
export class HouseholdsModule {}
