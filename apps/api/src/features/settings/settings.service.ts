import { Inject, Injectable } from '@nestjs/common'
import { ENV, type Env } from '../../env.ts'

@Injectable()
export class SettingsService {
  constructor(@Inject(ENV) private readonly env: Env) {}

  read() {
    return { demo: this.env.isDemoOffered, version: '0.1.0' }
  }
}
