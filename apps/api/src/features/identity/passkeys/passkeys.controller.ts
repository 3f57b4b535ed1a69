import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { PasskeysService } from './passkeys.service.ts'

const { identity } = contract

@Controller()
export class PasskeysController {
  constructor(private readonly passkeys: PasskeysService) {}

  @Route(identity.listPasskeys)
  listPasskeys({ actor, input }: Call<typeof identity.listPasskeys>) {
    return this.passkeys.list(actor, input)
  }

  @Route(identity.newPasskeyOptions)
  startPasskey({ actor }: Call<typeof identity.newPasskeyOptions>) {
    return this.passkeys.start(actor)
  }

  @Route(identity.addPasskey)
  addPasskey({ actor, input }: Call<typeof identity.addPasskey>) {
    const { name, ...answer } = input
    return this.passkeys.add(actor, name, answer)
  }

  @Route(identity.removePasskey)
  removePasskey({ actor, input }: Call<typeof identity.removePasskey>) {
    return this.passkeys.remove(actor, input.id)
  }
}
