import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../../platform/http/route.ts'
import { DevicesService } from './devices.service.ts'

const { security } = contract

@Controller()
export class DeviceController {
  constructor(private readonly service: DevicesService) {}

  @Route(security.listDevices)
  listDevices({ actor, input }: Call<typeof security.listDevices>) {
    return this.service.list(actor, input)
  }

  @Route(security.registerDevice)
  registerDevice({ actor, input }: Call<typeof security.registerDevice>) {
    return this.service.register(actor, input)
  }

  @Route(security.removeDevice)
  removeDevice({ actor, input }: Call<typeof security.removeDevice>) {
    return this.service.remove(actor, input.id)
  }
}
