import { Controller, Get, Header } from '@nestjs/common'
import { SigningKeysService } from './signing-keys.service.ts'

@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeysService) {}

  /** The public keys of access tokens. */
  @Get('jwks.json')
  @Header('Cache-Control', 'public, max-age=300')
  jwks() {
    return this.keys.jwks()
  }
}
