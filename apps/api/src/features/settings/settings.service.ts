import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'

@Injectable()
export class SettingsService {
  constructor(@Inject(ENV) private readonly env: Env) {}

  read() {
    const { isDemoOffered, isProduction, smtpUrl } = this.env
    return {
      demo: isDemoOffered,
      version: '0.1.0',
      issuers: [],
      mailbox: !isProduction && smtpUrl === undefined,
    }
  }
}
