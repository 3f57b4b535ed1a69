import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { MeService } from './me.service.ts'

const { me } = contract

@Controller()
export class MeController {
  constructor(private readonly service: MeService) {}

  @Route(me.read)
  read({ actor }: Call<typeof me.read>) {
    return this.service.read(actor)
  }

  @Route(me.update)
  update({ actor, input }: Call<typeof me.update>) {
    return this.service.update(actor, input)
  }
}
