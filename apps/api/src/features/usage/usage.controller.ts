import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { tagged } from '../../platform/http/tagged.ts'
import { UsageSummaryService } from './usage-summary.service.ts'
import { UsageService } from './usage.service.ts'

const { usage } = contract

@Controller()
export class UsageController {
  constructor(
    private readonly service: UsageService,
    private readonly summaries: UsageSummaryService,
  ) {}

  @Route(usage.record)
  async record(call: Call<typeof usage.record>) {
    return tagged(call, await this.service.record(call.actor, call.input, await call.act.claim()))
  }

  @Route(usage.list)
  list({ actor, input }: Call<typeof usage.list>) {
    return this.service.list(actor, input)
  }

  @Route(usage.summary)
  summary({ actor, input }: Call<typeof usage.summary>) {
    return this.summaries.read(actor, input)
  }

  @Route(usage.read)
  async read(call: Call<typeof usage.read>) {
    return tagged(call, await this.service.read(call.actor, call.input))
  }

  @Route(usage.correct)
  async correct(call: Call<typeof usage.correct>) {
    const change = { ifMatch: call.ifMatch, act: await call.act.claim() }
    return tagged(call, await this.service.correct(call.actor, call.input, change))
  }
}
