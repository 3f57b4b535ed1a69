import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { accepts } from '../../platform/http/compression.ts'
import { Route, type Call } from '../../platform/http/route.ts'
import { OverviewService } from './overview.service.ts'

@Controller()
export class OverviewController {
  constructor(private readonly overviews: OverviewService) {}

  @Route(contract.overview.read)
  overview({ actor, request }: Call<typeof contract.overview.read>) {
    return this.overviews.read(actor, accepts(request.headers['accept-encoding'], 'gzip') ? 'gzip' : 'text')
  }
}
