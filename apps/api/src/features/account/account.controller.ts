import { Controller } from '@nestjs/common'
import { contract } from '@streamline/contract'
import { Route, type Call } from '../../platform/http/route.ts'
import { AccountDeletionService } from './account-deletion.service.ts'
import { AccountExportService } from './account-export.service.ts'

const { security } = contract

@Controller()
export class AccountController {
  constructor(
    private readonly deletion: AccountDeletionService,
    private readonly exports: AccountExportService,
  ) {}

  @Route(security.exportData)
  async exportData({ actor, reply }: Call<typeof security.exportData>) {
    const data = await this.exports.read(actor)
    const name = `streamline-${data.exportedAt.slice(0, 10)}.json`
    void reply.header('Content-Disposition', `attachment; filename="${name}"`)
    return data
  }

  @Route(security.deleteAccount)
  deleteAccount({ actor }: Call<typeof security.deleteAccount>) {
    return this.deletion.ask(actor)
  }

  @Route(security.keepAccount)
  keepAccount({ actor }: Call<typeof security.keepAccount>) {
    return this.deletion.keep(actor)
  }
}
