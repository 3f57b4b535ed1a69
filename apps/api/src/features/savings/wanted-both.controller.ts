import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { WantedBothService } from './wanted-both.service.ts'

const { wantedBoth } = contract

@Controller()
export class WantedBothController {
  constructor(private readonly service: WantedBothService) {}

  @Route(wantedBoth.read)
  read({ actor }: Call<typeof wantedBoth.read>) {
    return this.service.read(actor)
  }

  @Route(wantedBoth.answer)
  answer({ actor, input }: Call<typeof wantedBoth.answer>) {
    return this.service.answer(actor, input)
  }
}
