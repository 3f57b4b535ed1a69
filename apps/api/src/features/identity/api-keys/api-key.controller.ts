import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { ApiKeysService } from './api-keys.service.ts'

const { security } = contract

@Controller()
export class ApiKeyController {
  constructor(private readonly service: ApiKeysService) {}

  @Route(security.listApiKeys)
  listApiKeys({ actor, input }: Call<typeof security.listApiKeys>) {
    return this.service.list(actor, input)
  }

  @Route(security.createApiKey)
  createApiKey({ actor, input }: Call<typeof security.createApiKey>) {
    return this.service.create(actor, input)
  }

  @Route(security.removeApiKey)
  removeApiKey({ actor, input }: Call<typeof security.removeApiKey>) {
    return this.service.remove(actor, input.id)
  }
}
