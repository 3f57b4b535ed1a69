import { linkError, useVerifyEmail } from '@streamline/client/identity'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { IdentityPage } from './identity-page.tsx'

const route = getRouteApi('/verify-email')

/** Where the link of the mail leads. It takes a press: programs that only look at links must not use them up. */
export const VerifyEmailScreen = () => {
  const { t } = useTranslation('identity')
  const { token } = route.useSearch()
  const verify = useVerifyEmail()
  const goOn = (
    <ButtonLink to="/home" wide size="lg">
      {t('verify.on')}
    </ButtonLink>
  )
  if (verify.isSuccess)
    return (
      <IdentityPage
        title={t('verify.doneTitle')}
        lead={t('verify.done', { email: verify.data.email })}
        other={null}
      >
        {goOn}
      </IdentityPage>
    )
  return (
    <IdentityPage title={t('verify.title')} lead={t('verify.lead')} other={null}>
      <div className="space-y-4">
        {token === undefined ? <p role="alert">{t('verify.missing')}</p> : null}
        <FormError error={linkError(verify.error)} />
        {verify.error || token === undefined ? (
          <>
            <p className="text-muted">{t('verify.again')}</p>
            {goOn}
          </>
        ) : (
          <Button size="lg" wide busy={verify.isPending} onClick={() => verify.mutate({ token })}>
            {t('verify.submit')}
          </Button>
        )}
      </div>
    </IdentityPage>
  )
}
