import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { WebhooksService } from './webhooks.service.ts'

const { webhooks } = contract

@Controller()
export class WebhooksController {
  constructor(private readonly service: WebhooksService) {}

  @Route(webhooks.list)
  list({ actor, input }: Call<typeof webhooks.list>) {
    return this.service.list(actor, input)
  }

  @Route(webhooks.create)
  create({ actor, input }: Call<typeof webhooks.create>) {
    return this.service.create(actor, input)
  }

  @Route(webhooks.remove)
  remove({ actor, input }: Call<typeof webhooks.remove>) {
    return this.service.remove(actor, input.id)
  }
}
