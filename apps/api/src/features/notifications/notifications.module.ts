import { Module } from '@nestjs/common'
import { BillingModule } from '../billing/billing.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { IdentityModule } from '../identity/identity.module.ts'
import { SettlementLettersService } from './settlement-letters.service.ts'

@Module({ imports: [BillingModule, HouseholdsModule, IdentityModule], providers: [SettlementLettersService] })
export class NotificationsModule {}
