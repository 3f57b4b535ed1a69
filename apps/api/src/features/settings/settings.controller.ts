import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { SettingsService } from './settings.service.ts'

@Controller()
export class SettingsController {
  constructor(private readonly settings: SettingsService) {}

  @Route(contract.settings.read)
  read(_call: Call<typeof contract.settings.read>) {
    return this.settings.read()
  }
}
