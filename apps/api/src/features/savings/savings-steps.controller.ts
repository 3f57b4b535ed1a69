import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { SavingsStepsService } from './savings-steps.service.ts'

const { savingsSteps } = contract

@Controller()
export class SavingsStepsController {
  constructor(private readonly service: SavingsStepsService) {}

  @Route(savingsSteps.read)
  read({ actor }: Call<typeof savingsSteps.read>) {
    return this.service.read(actor)
  }

  @Route(savingsSteps.accept)
  accept({ actor, input }: Call<typeof savingsSteps.accept>) {
    return this.service.accept(actor, input.steps)
  }

  @Route(savingsSteps.change)
  change({ actor, input }: Call<typeof savingsSteps.change>) {
    return this.service.change(actor, input.id, input.isDismissed)
  }
}
