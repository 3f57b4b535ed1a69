import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { AccountsService } from '../identity/accounts/accounts.service.ts'
import { AuditService } from '../audit/audit.service.ts'
import { FailedJobsService } from './failed-jobs.service.ts'

const { administration } = contract

@Controller()
export class AdministrationController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly audit: AuditService,
    private readonly failedJobs: FailedJobsService,
  ) {}

  @Route(administration.listUsers)
  listUsers({ actor, input }: Call<typeof administration.listUsers>) {
    return this.accounts.search(actor, input)
  }

  @Route(administration.readUser)
  readUser({ actor, input }: Call<typeof administration.readUser>) {
    return this.accounts.read(actor, input.id)
  }

  @Route(administration.blockUser)
  blockUser({ actor, input }: Call<typeof administration.blockUser>) {
    return this.accounts.block(actor, input.id, input.reason)
  }

  @Route(administration.unblockUser)
  unblockUser({ actor, input }: Call<typeof administration.unblockUser>) {
    return this.accounts.unblock(actor, input.id)
  }

  @Route(administration.setRoles)
  setRoles({ actor, input }: Call<typeof administration.setRoles>) {
    return this.accounts.setRoles(actor, input.id, input.roles)
  }

  @Route(administration.listAudit)
  listAudit({ actor, input }: Call<typeof administration.listAudit>) {
    return this.audit.listAll(actor, input)
  }

  @Route(administration.listFailedJobs)
  listFailedJobs({ actor, input }: Call<typeof administration.listFailedJobs>) {
    return this.failedJobs.list(actor, input)
  }

  @Route(administration.retryJob)
  retryJob({ actor, input }: Call<typeof administration.retryJob>) {
    return this.failedJobs.retry(actor, input.id)
  }
}
