import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'

@Injectable()
export class SettingsService {
  constructor(@Inject(ENV) private readonly env: Env) {}

  read() {
    const { isDemoOffered, hasMailbox, issuers, smtpUrl } = this.env
    return {
      demo: isDemoOffered,
      version: '0.1.0',
      issuers: issuers.map(({ id, name }) => ({ id, name })),
      mailbox: hasMailbox && smtpUrl === undefined,
    }
  }
}
