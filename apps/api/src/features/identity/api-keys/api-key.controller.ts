import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { ApiKeysService } from './api-keys.service.ts'

const { identity } = contract

@Controller()
export class ApiKeyController {
  constructor(private readonly service: ApiKeysService) {}

  @Route(identity.listApiKeys)
  listApiKeys({ actor, input }: Call<typeof identity.listApiKeys>) {
    return this.service.list(actor, input)
  }

  @Route(identity.createApiKey)
  createApiKey({ actor, input }: Call<typeof identity.createApiKey>) {
    return this.service.create(actor, input)
  }

  @Route(identity.removeApiKey)
  removeApiKey({ actor, input }: Call<typeof identity.removeApiKey>) {
    return this.service.remove(actor, input.id)
  }
}
