import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import type { Act } from '../../platform/http/act.ts'
import { accepts } from '../../platform/http/compression.ts'
import { Route, type Call } from '../../platform/http/route.ts'
import { tagged } from '../../platform/http/tagged.ts'
import { ActsService } from './acts.service.ts'
import type { Change } from './subscription-changes.service.ts'
import { SubscriptionsService } from './subscriptions.service.ts'

const { subscriptions } = contract

const changeOf = async ({
  ifMatch,
  act,
}: {
  readonly ifMatch: number | null
  act: Act
}): Promise<Change> => ({
  ifMatch,
  act: await act.claim(),
})

@Controller()
export class SubscriptionsController {
  constructor(
    private readonly service: SubscriptionsService,
    private readonly acts: ActsService,
  ) {}

  @Route(subscriptions.preview)
  preview({ actor, input }: Call<typeof subscriptions.preview>) {
    return this.service.preview(actor, input)
  }

  @Route(subscriptions.list)
  list({ actor, input, request }: Call<typeof subscriptions.list>) {
    const isPacked = accepts(request.headers['accept-encoding'], 'gzip')
    return this.service.list(actor, input, isPacked ? 'gzip' : 'text')
  }

  @Route(subscriptions.create)
  async create(call: Call<typeof subscriptions.create>) {
    return tagged(call, await this.service.create(call.actor, call.input, await call.act.claim()))
  }

  @Route(subscriptions.read)
  async read(call: Call<typeof subscriptions.read>) {
    return tagged(call, await this.service.read(call.actor, call.input))
  }

  @Route(subscriptions.update)
  async update(call: Call<typeof subscriptions.update>) {
    return tagged(call, await this.service.update(call.actor, call.input, await changeOf(call)))
  }

  @Route(subscriptions.recordThemselves)
  async recordThemselves(call: Call<typeof subscriptions.recordThemselves>) {
    return this.service.recordThemselves(call.actor, call.input, await call.act.claim())
  }

  @Route(subscriptions.renew)
  async renew(call: Call<typeof subscriptions.renew>) {
    return tagged(call, await this.acts.renew(call.actor, call.input, await changeOf(call)))
  }

  @Route(subscriptions.outlook)
  outlook({ actor, input }: Call<typeof subscriptions.outlook>) {
    return this.acts.outlook(actor, input)
  }

  @Route(subscriptions.act)
  async doAct(call: Call<typeof subscriptions.act>) {
    return tagged(call, await this.acts.act(call.actor, call.input, await changeOf(call)))
  }

  @Route(subscriptions.cancel)
  async cancel(call: Call<typeof subscriptions.cancel>) {
    return tagged(call, await this.acts.cancel(call.actor, call.input, await changeOf(call)))
  }

  @Route(subscriptions.reactivate)
  async reactivate(call: Call<typeof subscriptions.reactivate>) {
    return tagged(call, await this.acts.reactivate(call.actor, call.input, await changeOf(call)))
  }
}
