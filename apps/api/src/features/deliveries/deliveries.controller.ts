import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { DeliveryHistoryService } from './delivery-history.service.ts'
import { TestMessagesService } from './test-messages.service.ts'

const { notifications, householdWebhooks } = contract

@Controller()
export class DeliveriesController {
  constructor(
    private readonly history: DeliveryHistoryService,
    private readonly tests: TestMessagesService,
  ) {}

  @Route(notifications.deliveries)
  deliveries({ actor, input }: Call<typeof notifications.deliveries>) {
    return this.history.list(actor, input)
  }

  @Route(notifications.test)
  test({ actor, input }: Call<typeof notifications.test>) {
    return this.tests.send(actor, input)
  }

  @Route(householdWebhooks.test)
  testHousehold({ actor }: Call<typeof householdWebhooks.test>) {
    return this.tests.sendToHousehold(actor)
  }
}
