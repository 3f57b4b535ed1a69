import { Global, Module } from '@nestjs/common'
import { AccessControl } from '../../platform/http/access-control.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { AccessService } from './access.service.ts'
import { AccessTokens } from './access-tokens.ts'
import { AccountDeletionRepository } from './account-deletion.repository.ts'
import { AccountDeletion } from './account-deletion.service.ts'
import { AccountsRepository } from './accounts.repository.ts'
import { AccountsService } from './accounts.service.ts'
import { ApiKeyController } from './api-key.controller.ts'
import { ApiKeyRepository } from './api-key.repository.ts'
import { ApiKeys } from './api-keys.ts'
import { ApiKeysService } from './api-keys.service.ts'
import { AuditModule } from './audit.module.ts'
import { AuthController } from './auth.controller.ts'
import { DeviceController } from './device.controller.ts'
import { DeviceRepository } from './device.repository.ts'
import { DevicesService } from './devices.service.ts'
import { EmailVerification } from './email-verification.service.ts'
import { FirstAdministrator } from './first-administrator.ts'
import { IdentityService } from './identity.service.ts'
import { JwksController } from './jwks.controller.ts'
import { Letters } from './letters.ts'
import { MeController } from './me.controller.ts'
import { OidcController } from './oidc.controller.ts'
import { OidcFlow } from './oidc-flow.service.ts'
import { OidcIdentities } from './oidc-identities.service.ts'
import { OidcSignIn } from './oidc-sign-in.service.ts'
import { OidcRepository } from './oidc.repository.ts'
import { PasskeyRepository } from './passkey.repository.ts'
import { RelyingParty } from './passkey-relying-party.ts'
import { PasskeysService } from './passkeys.service.ts'
import { PasswordReset } from './password-reset.service.ts'
import { Passwords } from './passwords.ts'
import { PhoneVerification } from './phone-verification.service.ts'
import { RefreshTokens } from './refresh-tokens.ts'
import { RoleRepository } from './role.repository.ts'
import { SecondFactorController } from './second-factor.controller.ts'
import { SecondFactorRepository } from './second-factor.repository.ts'
import { SecondFactorSignIn } from './second-factor-sign-in.service.ts'
import { SecondFactors } from './second-factors.service.ts'
import { SecurityController } from './security.controller.ts'
import { SecurityService } from './security.service.ts'
import { SessionListController } from './session-list.controller.ts'
import { SessionListRepository } from './session-list.repository.ts'
import { SessionListService } from './session-list.service.ts'
import { SessionRepository } from './session.repository.ts'
import { SessionsService } from './sessions.service.ts'
import { SignInService } from './sign-in.service.ts'
import { SigningKeyRepository } from './signing-key.repository.ts'
import { SigningKeys } from './signing-keys.ts'
import { TotpRepository } from './totp.repository.ts'
import { TotpService } from './totp.service.ts'
import { UserRepository } from './user.repository.ts'
import { VerificationRepository } from './verification.repository.ts'
import { WaysIn } from './ways-in.ts'

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
