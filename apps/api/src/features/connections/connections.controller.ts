import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { tagged } from '../../platform/http/tagged.ts'
import { ConnectionsService } from './connections.service.ts'

const { lines } = contract

@Controller()
export class ConnectionsController {
  constructor(private readonly service: ConnectionsService) {}

  @Route(lines.list)
  list({ actor, input }: Call<typeof lines.list>) {
    return this.service.list(actor, input)
  }

  @Route(lines.read)
  async read(call: Call<typeof lines.read>) {
    return tagged(call, await this.service.read(call.actor, call.input))
  }

  @Route(lines.readNumber)
  readNumber({ actor, input }: Call<typeof lines.readNumber>) {
    return this.service.readNumber(actor, input)
  }

  @Route(lines.update)
  async update(call: Call<typeof lines.update>) {
    return tagged(call, await this.service.update(call.actor, call.input, call))
  }

  @Route(lines.remove)
  async remove({ actor, input }: Call<typeof lines.remove>) {
    await this.service.remove(actor, input)
  }
}
