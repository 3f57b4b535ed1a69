import { Global, Module } from '@nestjs/common'
import { AccessControl } from '../../platform/http/access-control.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { AccessService } from './access/access.service.ts'
import { AccessTokens } from './sessions/access-tokens.ts'
import { AccountDeletionRepository } from './accounts/account-deletion.repository.ts'
import { AccountDeletion } from './accounts/account-deletion.service.ts'
import { AccountsRepository } from './accounts/accounts.repository.ts'
import { AccountsService } from './accounts/accounts.service.ts'
import { ApiKeyController } from './api-keys/api-key.controller.ts'
import { ApiKeyRepository } from './api-keys/api-key.repository.ts'
import { ApiKeys } from './api-keys/api-keys.ts'
import { ApiKeysService } from './api-keys/api-keys.service.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { AuthController } from './passwords/auth.controller.ts'
import { DeviceController } from './devices/device.controller.ts'
import { DeviceRepository } from './devices/device.repository.ts'
import { DevicesService } from './devices/devices.service.ts'
import { EmailVerification } from './addresses/email-verification.service.ts'
import { FirstAdministrator } from './accounts/first-administrator.ts'
import { IdentityService } from './identity.service.ts'
import { JwksController } from './sessions/jwks.controller.ts'
import { Letters } from './letters/letters.ts'
import { MeController } from './accounts/me.controller.ts'
import { OidcController } from './oidc/oidc.controller.ts'
import { OidcFlow } from './oidc/oidc-flow.service.ts'
import { OidcIdentities } from './oidc/oidc-identities.service.ts'
import { OidcSignIn } from './oidc/oidc-sign-in.service.ts'
import { OidcRepository } from './oidc/oidc.repository.ts'
import { PasskeyRepository } from './passkeys/passkey.repository.ts'
import { RelyingParty } from './passkeys/passkey-relying-party.ts'
import { PasskeysService } from './passkeys/passkeys.service.ts'
import { PasswordReset } from './passwords/password-reset.service.ts'
import { Passwords } from './passwords/passwords.ts'
import { PhoneVerification } from './addresses/phone-verification.service.ts'
import { RefreshTokens } from './sessions/refresh-tokens.ts'
import { RoleRepository } from './access/role.repository.ts'
import { SecondFactorController } from './second-factors/second-factor.controller.ts'
import { SecondFactorRepository } from './second-factors/second-factor.repository.ts'
import { SecondFactorSignIn } from './second-factors/second-factor-sign-in.service.ts'
import { SecondFactors } from './second-factors/second-factors.service.ts'
import { SecurityController } from './addresses/security.controller.ts'
import { SecurityService } from './addresses/security.service.ts'
import { SessionListController } from './sessions/session-list.controller.ts'
import { SessionListRepository } from './sessions/session-list.repository.ts'
import { SessionListService } from './sessions/session-list.service.ts'
import { SessionRepository } from './sessions/session.repository.ts'
import { SessionsService } from './sessions/sessions.service.ts'
import { SignInService } from './passwords/sign-in.service.ts'
import { SigningKeyRepository } from './sessions/signing-key.repository.ts'
import { SigningKeys } from './sessions/signing-keys.ts'
import { TotpRepository } from './second-factors/totp.repository.ts'
import { TotpService } from './second-factors/totp.service.ts'
import { UserRepository } from './accounts/user.repository.ts'
import { VerificationRepository } from './addresses/verification.repository.ts'
import { WaysIn } from './second-factors/ways-in.ts'

/** Global for one reason: the HTTP bridge asks it who calls. */
@Global()
@Module({
  imports: [HouseholdsModule, AuditModule],
  controllers: [
    AuthController,
    MeController,
    SecurityController,
    SessionListController,
    DeviceController,
    ApiKeyController,
    SecondFactorController,
    OidcController,
    JwksController,
  ],
  providers: [
    IdentityService,
    SessionsService,
    AccessService,
    { provide: AccessControl, useExisting: AccessService },
    ApiKeysService,
    { provide: ApiKeys, useExisting: ApiKeysService },
    ApiKeyRepository,
    SessionListService,
    SessionListRepository,
    DevicesService,
    DeviceRepository,
    AccountDeletion,
    AccountDeletionRepository,
    AccountsService,
    AccountsRepository,
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
    { provide: WaysIn, useClass: SecondFactors },
    SecondFactorSignIn,
    SecondFactorRepository,
    TotpService,
    TotpRepository,
    PasskeysService,
    PasskeyRepository,
    RelyingParty,
    OidcSignIn,
    OidcFlow,
    OidcIdentities,
    OidcRepository,
    RoleRepository,
    VerificationRepository,
    SigningKeys,
    UserRepository,
    SessionRepository,
    SigningKeyRepository,
  ],
  exports: [
    AccessControl,
    IdentityService,
    AuditModule,
    AccountsService,
    AccountDeletion,
    SecurityService,
    SessionListService,
    DevicesService,
    ApiKeysService,
    PasskeysService,
  ],
})
export class IdentityModule {}
