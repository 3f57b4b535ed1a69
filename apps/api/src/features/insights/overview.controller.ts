import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { OverviewService } from './overview.service.ts'

@Controller()
export class OverviewController {
  constructor(private readonly overviews: OverviewService) {}

  @Route(contract.insights.overview)
  overview({ actor }: Call<typeof contract.insights.overview>) {
    return this.overviews.read(actor)
  }
}
