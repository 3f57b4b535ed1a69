import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { AuditService } from './audit.service.ts'

const { identity } = contract

@Controller()
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Route(identity.listAudit)
  listAudit({ actor, input }: Call<typeof identity.listAudit>) {
    return this.audit.listOwn(actor, input)
  }
}
