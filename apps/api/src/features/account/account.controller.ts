import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { AccountDeletionService } from './account-deletion.service.ts'
import { AccountExportService } from './account-export.service.ts'

const { identity } = contract

@Controller()
export class AccountController {
  constructor(
    private readonly deletion: AccountDeletionService,
    private readonly exports: AccountExportService,
  ) {}

  @Route(identity.exportData)
  async exportData({ actor, reply }: Call<typeof identity.exportData>) {
    const data = await this.exports.read(actor)
    const name = `streamline-${data.exportedAt.slice(0, 10)}.json`
    void reply.header('Content-Disposition', `attachment; filename="${name}"`)
    return data
  }

  @Route(identity.deleteAccount)
  deleteAccount({ actor }: Call<typeof identity.deleteAccount>) {
    return this.deletion.ask(actor)
  }

  @Route(identity.keepAccount)
  keepAccount({ actor }: Call<typeof identity.keepAccount>) {
    return this.deletion.keep(actor)
  }
}
