import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { IdentityService } from '../identity.service.ts'

const { me } = contract

@Controller()
export class MeController {
  constructor(private readonly identity: IdentityService) {}

  @Route(me.read)
  read({ actor }: Call<typeof me.read>) {
    return this.identity.me(actor)
  }

  @Route(me.update)
  update({ actor, input }: Call<typeof me.update>) {
    return this.identity.updateMe(actor, input)
  }
}
