import { Global, Module } from '@nestjs/common'
import { AccessControl } from '../../platform/http/access-control.ts'
import { AuditModule } from '../audit/audit.module.ts'
import { HouseholdsModule } from '../households/households.module.ts'
import { UserRepository } from './users/user.repository.ts'
import { LettersService } from './letters/letters.service.ts'
import { AccessTokensService } from './sessions/access-tokens.service.ts'
import { JwksController } from './sessions/jwks.controller.ts'
import { RefreshTokensService } from './sessions/refresh-tokens.service.ts'
import { SessionListController } from './sessions/session-list.controller.ts'
import { SessionListRepository } from './sessions/session-list.repository.ts'
import { SessionListService } from './sessions/session-list.service.ts'
import { SessionRepository } from './sessions/session.repository.ts'
import { SessionsService } from './sessions/sessions.service.ts'
import { SigningKeyRepository } from './sessions/signing-key.repository.ts'
import { SigningKeysService } from './sessions/signing-keys.service.ts'
import { DeviceController } from './devices/device.controller.ts'
import { DeviceRepository } from './devices/device.repository.ts'
import { DevicesService } from './devices/devices.service.ts'
import { ApiKeyController } from './api-keys/api-key.controller.ts'
import { ApiKeyRepository } from './api-keys/api-key.repository.ts'
import { ApiKeysService } from './api-keys/api-keys.service.ts'
import { AccessService } from './access/access.service.ts'
import { FirstAdministratorService } from './access/first-administrator.service.ts'
import { RoleRepository } from './access/role.repository.ts'
import { AddressesController } from './addresses/addresses.controller.ts'
import { EmailVerificationService } from './addresses/email-verification.service.ts'
import { PhoneVerificationService } from './addresses/phone-verification.service.ts'
import { VerificationRepository } from './addresses/verification.repository.ts'
import { TotpController } from './totp/totp.controller.ts'
import { TotpRepository } from './totp/totp.repository.ts'
import { TotpService } from './totp/totp.service.ts'
import { PasskeyRepository } from './passkeys/passkey.repository.ts'
import { PasskeysController } from './passkeys/passkeys.controller.ts'
import { PasskeysService } from './passkeys/passkeys.service.ts'
import { RelyingPartyService } from './passkeys/relying-party.service.ts'
import { OidcFlowService } from './oidc/oidc-flow.service.ts'
import { OidcIdentitiesService } from './oidc/oidc-identities.service.ts'
import { OidcRepository } from './oidc/oidc.repository.ts'
import { SecondFactorRepository } from './ways-in/second-factor.repository.ts'
import { WaysInService } from './ways-in/ways-in.service.ts'
import { PasswordChangeService } from './passwords/password-change.service.ts'
import { PasswordHashingService } from './passwords/password-hashing.service.ts'
import { PasswordResetService } from './passwords/password-reset.service.ts'
import { PasswordsController } from './passwords/passwords.controller.ts'
import { ConfirmationController } from './confirmation/confirmation.controller.ts'
import { ConfirmationService } from './confirmation/confirmation.service.ts'
import { OidcSignInService } from './sign-in/oidc-sign-in.service.ts'
import { OidcController } from './sign-in/oidc.controller.ts'
import { RegistrationService } from './sign-in/registration.service.ts'
import { SecondFactorSignInController } from './sign-in/second-factor-sign-in.controller.ts'
import { SecondFactorSignInService } from './sign-in/second-factor-sign-in.service.ts'
import { SignInController } from './sign-in/sign-in.controller.ts'
import { SignInService } from './sign-in/sign-in.service.ts'
import { AccountDeletionRepository } from './accounts/account-deletion.repository.ts'
import { AccountsRepository } from './accounts/accounts.repository.ts'
import { AccountsService } from './accounts/accounts.service.ts'
import { MeController } from './accounts/me.controller.ts'
import { MeService } from './accounts/me.service.ts'
import { UserDeletionService } from './accounts/user-deletion.service.ts'
import { IdentityService } from './identity.service.ts'

/** Global for one reason: the HTTP bridge asks it who calls. */
@Global()
@Module({
  imports: [HouseholdsModule, AuditModule],
  controllers: [
    JwksController,
    SessionListController,
    DeviceController,
    ApiKeyController,
    AddressesController,
    TotpController,
    PasskeysController,
    PasswordsController,
    ConfirmationController,
    OidcController,
    SecondFactorSignInController,
    SignInController,
    MeController,
  ],
  providers: [
    { provide: AccessControl, useExisting: AccessService },
    UserRepository,
    LettersService,
    AccessTokensService,
    RefreshTokensService,
    SessionListRepository,
    SessionListService,
    SessionRepository,
    SessionsService,
    SigningKeyRepository,
    SigningKeysService,
    DeviceRepository,
    DevicesService,
    ApiKeyRepository,
    ApiKeysService,
    AccessService,
    FirstAdministratorService,
    RoleRepository,
    EmailVerificationService,
    PhoneVerificationService,
    VerificationRepository,
    TotpRepository,
    TotpService,
    PasskeyRepository,
    PasskeysService,
    RelyingPartyService,
    OidcFlowService,
    OidcIdentitiesService,
    OidcRepository,
    SecondFactorRepository,
    WaysInService,
    PasswordChangeService,
    PasswordHashingService,
    PasswordResetService,
    ConfirmationService,
    OidcSignInService,
    RegistrationService,
    SecondFactorSignInService,
    SignInService,
    AccountDeletionRepository,
    AccountsRepository,
    AccountsService,
    MeService,
    UserDeletionService,
    IdentityService,
  ],
  exports: [
    AccessControl,
    AuditModule,
    SessionListService,
    DevicesService,
    ApiKeysService,
    PasskeysService,
    ConfirmationService,
    AccountsService,
    MeService,
    UserDeletionService,
    IdentityService,
  ],
})
export class IdentityModule {}
