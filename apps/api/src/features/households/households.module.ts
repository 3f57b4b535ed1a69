import { Module } from '@nestjs/common'
import { AuditModule } from '../audit/audit.module.ts'
import { GuestLinksService } from './guest-links.service.ts'
import { HouseholdChangesService } from './household-changes.service.ts'
import { HouseholdDepartureRepository } from './household-departure.repository.ts'
import { HouseholdDepartureService } from './household-departure.service.ts'
import { HouseholdFollowingRepository } from './household-following.repository.ts'
import { HouseholdFollowingService } from './household-following.service.ts'
import { HouseholdMovesService } from './household-moves.service.ts'
import { HouseholdRepository } from './household.repository.ts'
import { HouseholdsController } from './households.controller.ts'
import { HouseholdsService } from './households.service.ts'
import { InvitationRepository } from './invitation.repository.ts'
import { InvitationsController } from './invitations.controller.ts'
import { InvitationsService } from './invitations.service.ts'
import { JoiningService } from './joining.service.ts'
import { MemberRolesService } from './member-roles.service.ts'
import { MemberRepository } from './member.repository.ts'
import { MembersController } from './members.controller.ts'
import { MembersService } from './members.service.ts'

@Module({
  imports: [AuditModule],
  controllers: [HouseholdsController, MembersController, InvitationsController],
  providers: [
    HouseholdsService,
    HouseholdChangesService,
    HouseholdRepository,
    HouseholdMovesService,
    HouseholdFollowingService,
    HouseholdFollowingRepository,
    MembersService,
    MemberRolesService,
    MemberRepository,
    InvitationsService,
    JoiningService,
    InvitationRepository,
    GuestLinksService,
    HouseholdDepartureService,
    HouseholdDepartureRepository,
  ],
  exports: [
    HouseholdsService,
    HouseholdMovesService,
    HouseholdFollowingService,
    MembersService,
    InvitationsService,
    JoiningService,
    GuestLinksService,
    HouseholdDepartureService,
  ],
})
export class HouseholdsModule {}
