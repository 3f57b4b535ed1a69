import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { SavingsService } from './savings.service.ts'

const { savings } = contract

@Controller()
export class SavingsController {
  constructor(private readonly service: SavingsService) {}

  @Route(savings.read)
  read({ actor }: Call<typeof savings.read>) {
    return this.service.read(actor)
  }

  @Route(savings.work)
  work({ actor }: Call<typeof savings.work>) {
    return this.service.work(actor)
  }

  @Route(savings.cancel)
  cancel({ actor }: Call<typeof savings.cancel>) {
    return this.service.cancel(actor)
  }

  @Route(savings.setNeeds)
  setNeeds({ actor, input }: Call<typeof savings.setNeeds>) {
    return this.service.setNeeds(actor, input.needs)
  }

  @Route(savings.choices)
  choices({ actor }: Call<typeof savings.choices>) {
    return this.service.choices(actor)
  }

  @Route(savings.whatIf)
  whatIf({ actor, input }: Call<typeof savings.whatIf>) {
    return this.service.whatIf(actor, input.needs)
  }
}
