import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { WebhooksService } from './webhooks.service.ts'

const { webhooks, householdWebhooks } = contract

@Controller()
export class WebhooksController {
  constructor(private readonly service: WebhooksService) {}

  @Route(webhooks.list)
  list({ actor, input }: Call<typeof webhooks.list>) {
    return this.service.list(actor, 'person', input)
  }

  @Route(webhooks.create)
  create({ actor, input }: Call<typeof webhooks.create>) {
    return this.service.create(actor, 'person', input)
  }

  @Route(webhooks.remove)
  remove({ actor, input }: Call<typeof webhooks.remove>) {
    return this.service.remove(actor, 'person', input.id)
  }

  @Route(householdWebhooks.list)
  listOfHousehold({ actor, input }: Call<typeof householdWebhooks.list>) {
    return this.service.list(actor, 'household', input)
  }

  @Route(householdWebhooks.create)
  createForHousehold({ actor, input }: Call<typeof householdWebhooks.create>) {
    return this.service.create(actor, 'household', input)
  }

  @Route(householdWebhooks.remove)
  removeOfHousehold({ actor, input }: Call<typeof householdWebhooks.remove>) {
    return this.service.remove(actor, 'household', input.id)
  }
}
