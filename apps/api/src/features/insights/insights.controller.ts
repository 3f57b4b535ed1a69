import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { ForecastService } from './forecast.service.ts'
import { MonthViewService } from './month-view.service.ts'
import { SpendService } from './spend.service.ts'
import { StatementService } from './statement.service.ts'
import { SubscriptionInsightsService } from './subscription-insights.service.ts'

@Controller()
export class InsightsController {
  constructor(
    private readonly spending: SpendService,
    private readonly forecasts: ForecastService,
    private readonly months: MonthViewService,
    private readonly costs: SubscriptionInsightsService,
    private readonly statements: StatementService,
  ) {}

  @Route(contract.insights.spend)
  spend({ actor, input }: Call<typeof contract.insights.spend>) {
    return this.spending.read(actor, input)
  }

  @Route(contract.insights.spendCsv)
  spendCsv({ actor, input }: Call<typeof contract.insights.spendCsv>) {
    return this.spending.csv(actor, input)
  }

  @Route(contract.insights.statement)
  statement({ actor, input }: Call<typeof contract.insights.statement>) {
    return this.statements.pdf(actor, input)
  }

  @Route(contract.insights.forecast)
  forecast({ actor, input }: Call<typeof contract.insights.forecast>) {
    return this.forecasts.read(actor, input)
  }

  @Route(contract.insights.calendar)
  calendar({ actor, input }: Call<typeof contract.insights.calendar>) {
    return this.months.read(actor, input)
  }

  @Route(contract.insights.subscriptions)
  subscriptions({ actor }: Call<typeof contract.insights.subscriptions>) {
    return this.costs.read(actor)
  }
}
