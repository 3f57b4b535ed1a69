import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
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
  async read({ actor, input, etag }: Call<typeof lines.read>) {
    const line = await this.service.read(actor, input)
    etag(line.revision)
    return line
  }

  @Route(lines.readNumber)
  readNumber({ actor, input }: Call<typeof lines.readNumber>) {
    return this.service.readNumber(actor, input)
  }

  @Route(lines.update)
  async update({ actor, input, ifMatch, act, etag }: Call<typeof lines.update>) {
    const line = await this.service.update(actor, input, { ifMatch, act })
    etag(line.revision)
    return line
  }

  @Route(lines.remove)
  async remove({ actor, input }: Call<typeof lines.remove>) {
    await this.service.remove(actor, input)
  }
}
