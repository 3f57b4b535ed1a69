import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { DevicesService } from './devices.service.ts'

const { identity } = contract

@Controller()
export class DeviceController {
  constructor(private readonly service: DevicesService) {}

  @Route(identity.listDevices)
  listDevices({ actor, input }: Call<typeof identity.listDevices>) {
    return this.service.list(actor, input)
  }

  @Route(identity.registerDevice)
  registerDevice({ actor, input }: Call<typeof identity.registerDevice>) {
    return this.service.register(actor, input)
  }

  @Route(identity.removeDevice)
  removeDevice({ actor, input }: Call<typeof identity.removeDevice>) {
    return this.service.remove(actor, input.id)
  }

  @Route(identity.pushKey)
  pushKey(_call: Call<typeof identity.pushKey>) {
    return this.service.pushKey()
  }
}
