import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { originOf } from '../../platform/http/request-origin.ts'
import { Route, type Call } from '../../platform/http/route.ts'
import { InvitationsService } from './invitations.service.ts'
import { JoiningService } from './joining.service.ts'

const { invitations } = contract

@Controller()
export class InvitationsController {
  constructor(
    private readonly service: InvitationsService,
    private readonly joining: JoiningService,
  ) {}

  @Route(invitations.list)
  list({ actor, input }: Call<typeof invitations.list>) {
    return this.service.list(actor, input)
  }

  @Route(invitations.create)
  create({ actor, input, act }: Call<typeof invitations.create>) {
    return this.service.create(actor, input, act)
  }

  @Route(invitations.revoke)
  async revoke({ actor, input }: Call<typeof invitations.revoke>) {
    await this.service.revoke(actor, input.id)
  }

  @Route(invitations.preview)
  preview({ input, request }: Call<typeof invitations.preview>) {
    return this.joining.preview(input.token, originOf(request))
  }

  @Route(invitations.accept)
  accept({ actor, input }: Call<typeof invitations.accept>) {
    return this.joining.accept(actor, input.token)
  }
}
