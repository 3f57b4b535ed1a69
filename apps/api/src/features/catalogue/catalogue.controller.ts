import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { KEPT_SECONDS } from './recent-plans.service.ts'
import { CatalogueService } from './catalogue.service.ts'

const { catalogue } = contract

/** Answers are the same for everybody, so that anything between us and the person may keep them for a while. */
const publicly = ({ reply }: Pick<Call<typeof catalogue.readPlan>, 'reply'>) =>
  void reply.header('Cache-Control', `public, max-age=${KEPT_SECONDS}`)

@Controller()
export class CatalogueController {
  constructor(private readonly service: CatalogueService) {}

  @Route(catalogue.listProviders)
  async listProviders(call: Call<typeof catalogue.listProviders>) {
    const page = await this.service.listProviders(call.input)
    publicly(call)
    return page
  }

  @Route(catalogue.listPlans)
  async listPlans(call: Call<typeof catalogue.listPlans>) {
    const page = await this.service.listPlans(call.input)
    publicly(call)
    return page
  }

  @Route(catalogue.readPlan)
  async readPlan(call: Call<typeof catalogue.readPlan>) {
    const plan = await this.service.readPlan(call.input.id)
    publicly(call)
    return plan
  }
}
