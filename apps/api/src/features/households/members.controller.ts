import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { GuestLinksService } from './guest-links.service.ts'
import { MemberRolesService } from './member-roles.service.ts'
import { MembersService } from './members.service.ts'

const { households, guests } = contract

@Controller()
export class MembersController {
  constructor(
    private readonly service: MembersService,
    private readonly roles: MemberRolesService,
    private readonly links: GuestLinksService,
  ) {}

  @Route(households.listMembers)
  list({ actor, input }: Call<typeof households.listMembers>) {
    return this.service.list(actor, input)
  }

  @Route(households.addMember)
  add({ actor, input, act }: Call<typeof households.addMember>) {
    return this.service.add(actor, { name: input.name, role: input.role }, act)
  }

  @Route(households.updateMember)
  update({ actor, input }: Call<typeof households.updateMember>) {
    const { householdId: _, id, ...changes } = input
    return this.service.update(actor, id, changes)
  }

  @Route(households.transferOwnership)
  async transfer({ actor, input, etag }: Call<typeof households.transferOwnership>) {
    const household = await this.roles.transfer(actor, input.memberId)
    etag(household.revision)
    return household
  }

  @Route(guests.makeLink)
  makeLink({ actor, input, act }: Call<typeof guests.makeLink>) {
    return this.links.make(actor, input.id, act)
  }

  @Route(guests.revokeLink)
  async revokeLink({ actor, input }: Call<typeof guests.revokeLink>) {
    await this.links.revoke(actor, input.id)
  }
}
