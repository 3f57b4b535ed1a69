import { Global, Module } from '@nestjs/common'
import { AccessControl } from '../../platform/http/access-control.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { AccessService } from './access.service.ts'
import { AccessTokens } from './access-tokens.ts'
import { ApiKeys, NoApiKeys } from './api-keys.ts'
import { AuditRepository } from './audit.repository.ts'
import { AuditService } from './audit.service.ts'
import { AuthController } from './auth.controller.ts'
import { IdentityService } from './identity.service.ts'
import { JwksController } from './jwks.controller.ts'
import { MeController } from './me.controller.ts'
import { Passwords } from './passwords.ts'
import { RefreshTokens } from './refresh-tokens.ts'
import { SessionRepository } from './session.repository.ts'
import { SessionsService } from './sessions.service.ts'
import { SignInLimit } from './sign-in-limit.ts'
import { SigningKeyRepository } from './signing-key.repository.ts'
import { SigningKeys } from './signing-keys.ts'
import { UserRepository } from './user.repository.ts'

/** Global for one reason: the HTTP bridge asks it who calls. */
@Global()
@Module({
  imports: [HouseholdsModule],
  controllers: [AuthController, MeController, JwksController],
  providers: [
    IdentityService,
    SessionsService,
    AccessService,
    { provide: AccessControl, useExisting: AccessService },
    { provide: ApiKeys, useClass: NoApiKeys },
    AuditService,
    AuditRepository,
    AccessTokens,
    RefreshTokens,
    Passwords,
    SignInLimit,
    SigningKeys,
    UserRepository,
    SessionRepository,
    SigningKeyRepository,
  ],
  exports: [AccessControl, IdentityService, AuditService],
})
export class IdentityModule {}
