import { useApi } from '@streamline/client'
import { usePasskeySignIn } from '@streamline/client/identity'
import { useInstallation } from '@streamline/client/settings'
import { KeyRound } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button, ButtonAnchor } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { askPasskey, hasPasskeys } from './passkey.ts'

/** A passkey, where the browser has them, and the issuers this installation trusts. */
export const OtherWays = ({ next, onSignedIn }: { next: string | undefined; onSignedIn: () => void }) => {
  const { t } = useTranslation('identity')
  const { session } = useApi()
  const issuers = useInstallation().data?.issuers ?? []
  const passkey = usePasskeySignIn(askPasskey)
  if (!hasPasskeys && issuers.length === 0) return null
  return (
    <div className="mt-5 space-y-3">
      <p className="flex items-center gap-3 text-sm text-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('or')}
      </p>
      <FormError error={passkey.error} />
      {hasPasskeys ? (
        <Button
          variant="secondary"
          icon={KeyRound}
          wide
          busy={passkey.isPending}
          onClick={() => passkey.mutate(undefined, { onSuccess: onSignedIn })}
        >
          {t('withPasskey')}
        </Button>
      ) : null}
      {issuers.map(({ id, name }) => (
        <ButtonAnchor
          key={id}
          variant="secondary"
          wide
          href={`/v1/auth/oidc/${encodeURIComponent(id)}/start?${new URLSearchParams({ next: next ?? '/home' }).toString()}`}
          onClick={() => void session.expectReturn()}
        >
          {t('withIssuer', { name })}
        </ButtonAnchor>
      ))}
    </div>
  )
}
