import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { GuestLinks } from './guest-links.service.ts'
import { HouseholdDepartureRepository } from './household-departure.repository.ts'
import { HouseholdDeparture } from './household-departure.service.ts'
import { HouseholdRepository } from './household.repository.ts'
import { HouseholdsController } from './households.controller.ts'
import { HouseholdsService } from './households.service.ts'
import { InvitationRepository } from './invitation.repository.ts'
import { InvitationsController } from './invitations.controller.ts'
import { InvitationsService } from './invitations.service.ts'
import { JoiningService } from './joining.service.ts'
import { MemberRoles } from './member-roles.service.ts'
import { MemberRepository } from './member.repository.ts'
import { MembersController } from './members.controller.ts'
import { MembersService } from './members.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [HouseholdsController, MembersController, InvitationsController],
  providers: [
    HouseholdsService,
    HouseholdRepository,
    MembersService,
    MemberRoles,
    MemberRepository,
    InvitationsService,
    JoiningService,
    InvitationRepository,
    GuestLinks,
    HouseholdDeparture,
    HouseholdDepartureRepository,
  ],
  exports: [
    HouseholdsService,
    MembersService,
    InvitationsService,
    JoiningService,
    GuestLinks,
    HouseholdDeparture,
  ],
})
export class HouseholdsModule {}
