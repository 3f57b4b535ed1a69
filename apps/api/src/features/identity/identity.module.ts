import { Global, Module } from '@nestjs/common'
import { AccessControl } from '../../platform/http/access-control.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { AccessService } from './access.service.ts'
import { AccessTokens } from './access-tokens.ts'
import { AccountsRepository } from './accounts.repository.ts'
import { AccountsService } from './accounts.service.ts'
import { ApiKeys, NoApiKeys } from './api-keys.ts'
import { AuditRepository } from './audit.repository.ts'
import { AuditService } from './audit.service.ts'
import { AuthController } from './auth.controller.ts'
import { EmailVerification } from './email-verification.service.ts'
import { FirstAdministrator } from './first-administrator.ts'
import { IdentityService } from './identity.service.ts'
import { JwksController } from './jwks.controller.ts'
import { Letters } from './letters.ts'
import { MeController } from './me.controller.ts'
import { PasswordReset } from './password-reset.service.ts'
import { Passwords } from './passwords.ts'
import { PhoneVerification } from './phone-verification.service.ts'
import { RefreshTokens } from './refresh-tokens.ts'
import { RoleRepository } from './role.repository.ts'
import { Secrets } from './secrets.ts'
import { SecurityController } from './security.controller.ts'
import { SecurityService } from './security.service.ts'
import { SessionRepository } from './session.repository.ts'
import { SessionsService } from './sessions.service.ts'
import { SignInService } from './sign-in.service.ts'
import { SigningKeyRepository } from './signing-key.repository.ts'
import { SigningKeys } from './signing-keys.ts'
import { UserRepository } from './user.repository.ts'
import { VerificationRepository } from './verification.repository.ts'
import { OnlyPasswords, WaysIn } from './ways-in.ts'

/** Global for one reason: the HTTP bridge asks it who calls. */
@Global()
@Module({
  imports: [HouseholdsModule],
  controllers: [AuthController, MeController, SecurityController, JwksController],
  providers: [
    IdentityService,
    SessionsService,
    AccessService,
    { provide: AccessControl, useExisting: AccessService },
    { provide: ApiKeys, useClass: NoApiKeys },
    AccountsService,
    AccountsRepository,
    AuditService,
    AuditRepository,
    AccessTokens,
    RefreshTokens,
    Passwords,
    SignInService,
    SecurityService,
    EmailVerification,
    PhoneVerification,
    PasswordReset,
    FirstAdministrator,
    Letters,
    Secrets,
    { provide: WaysIn, useClass: OnlyPasswords },
    RoleRepository,
    VerificationRepository,
    SigningKeys,
    UserRepository,
    SessionRepository,
    SigningKeyRepository,
  ],
  exports: [AccessControl, IdentityService, AuditService, AccountsService],
})
export class IdentityModule {}
