import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { BudgetsService } from './budgets.service.ts'

const { budgets } = contract

@Controller()
export class BudgetsController {
  constructor(private readonly service: BudgetsService) {}

  @Route(budgets.read)
  read({ actor }: Call<typeof budgets.read>) {
    return this.service.read(actor)
  }

  @Route(budgets.set)
  set({ actor, input }: Call<typeof budgets.set>) {
    return this.service.set(actor, input)
  }
}
