import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { originOf } from '../../platform/http/request-origin.ts'
import { Route, type Call } from '../../platform/http/route.ts'
import { GuestViewService } from './guest-view.service.ts'

const { guests } = contract

@Controller()
export class GuestsController {
  constructor(private readonly service: GuestViewService) {}

  @Route(guests.view)
  view({ input, request }: Call<typeof guests.view>) {
    const { token, ...page } = input
    return this.service.read(token, page, originOf(request))
  }
}
