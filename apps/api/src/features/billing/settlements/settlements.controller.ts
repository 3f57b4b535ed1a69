import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { BalancesService } from '../balances/balances.service.ts'
import { HistoryService } from '../history/history.service.ts'
import { RatesService } from '../rates/rates.service.ts'
import { SettleRequestsService } from './settle-requests.service.ts'
import { SettlementsService } from './settlements.service.ts'

const { settlements, history } = contract

@Controller()
export class SettlementsController {
  constructor(
    private readonly balances: BalancesService,
    private readonly service: SettlementsService,
    private readonly requests: SettleRequestsService,
    private readonly rates: RatesService,
    private readonly entries: HistoryService,
  ) {}

  @Route(settlements.readBalances)
  readBalances({ actor }: Call<typeof settlements.readBalances>) {
    return this.balances.read(actor)
  }

  @Route(settlements.list)
  list({ actor, input }: Call<typeof settlements.list>) {
    return this.service.list(actor, input)
  }

  @Route(settlements.record)
  record({ actor, input, act }: Call<typeof settlements.record>) {
    return this.service.record(actor, input, act)
  }

  @Route(settlements.confirm)
  confirm({ actor, input, act }: Call<typeof settlements.confirm>) {
    return this.service.confirm(actor, input, act)
  }

  @Route(settlements.undo)
  undo({ actor, input, act }: Call<typeof settlements.undo>) {
    return this.service.undo(actor, input, act)
  }

  @Route(settlements.readRequests)
  readRequests({ actor }: Call<typeof settlements.readRequests>) {
    return this.requests.read(actor)
  }

  @Route(settlements.request)
  request({ actor, input }: Call<typeof settlements.request>) {
    return this.requests.ask(actor, input)
  }

  @Route(settlements.listRates)
  listRates({ actor, input }: Call<typeof settlements.listRates>) {
    return this.rates.list(actor, input)
  }

  @Route(settlements.readRateInForce)
  rateInForce({ actor, input }: Call<typeof settlements.readRateInForce>) {
    return this.rates.inForce(actor, input)
  }

  @Route(settlements.setRate)
  setRate({ actor, input }: Call<typeof settlements.setRate>) {
    return this.rates.set(actor, input)
  }

  @Route(settlements.removeRate)
  removeRate({ actor, input }: Call<typeof settlements.removeRate>) {
    return this.rates.remove(actor, input)
  }

  @Route(history.list)
  listHistory({ actor, input }: Call<typeof history.list>) {
    return this.entries.list(actor, input)
  }

  @Route(history.csv)
  historyAsTable({ actor, input }: Call<typeof history.csv>) {
    return this.entries.csv(actor, input)
  }
}
