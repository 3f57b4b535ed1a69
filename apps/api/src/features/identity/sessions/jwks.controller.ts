import { Controller, Get, Header } from '@nestjs/common'
import { SigningKeys } from './signing-keys.ts'

@Controller('.well-known')
export class JwksController {
  constructor(private readonly keys: SigningKeys) {}

  /** The public keys of access tokens. */
  @Get('jwks.json')
  @Header('Cache-Control', 'public, max-age=300')
  jwks() {
    return this.keys.jwks()
  }
}
