import type { Security } from '@streamline/client'
import {
  inFours,
  isTotpCode,
  totpCodeIn,
  useConfirmTotp,
  useRemoveTotp,
  useRenewRecoveryCodes,
  useStartTotp,
} from '@streamline/client/identity'
import { showToast } from '@streamline/client/toasts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Linking, View } from 'react-native'
import { Badge } from '../../design/badge.tsx'
import { Button } from '../../design/button.tsx'
import { Card } from '../../design/card.tsx'
import { Disclosure } from '../../design/disclosure.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { QrCode } from '../../design/qr-code.tsx'
import { QuestionSheet } from '../../design/question-sheet.tsx'
import { ShownOnce } from '../../design/shown-once.tsx'
import { Text } from '../../design/text.tsx'

/** The key into an app on this phone or another one, its first code back. */
const Setup = ({
  secret,
  uri,
  onDone,
  onCancel,
}: {
  secret: string
  uri: string
  onDone: (recoveryCodes: readonly string[]) => void
  onCancel: () => void
}) => {
  const { t } = useTranslation(['account', 'app', 'phone'])
  const confirm = useConfirmTotp()
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const isCode = isTotpCode(code)
  const open = (): void =>
    void Linking.openURL(uri).catch(() => showToast(t('phone:noAuthenticator'), { tone: 'danger' }))
  const submit = (): void => {
    setSent(true)
    if (isCode && !confirm.isPending)
      confirm.mutate({ code: totpCodeIn(code) }, { onSuccess: ({ recoveryCodes }) => onDone(recoveryCodes) })
  }
  return (
    <>
      <Button onPress={open}>{t('totp.openApp')}</Button>
      <View className="gap-1">
        <Text size="sm" weight="semibold">
          {t('totp.secret')}
        </Text>
        <Text selectable>{inFours(secret)}</Text>
      </View>
      <Disclosure label={t('phone:otherDevice')}>
        <Text size="sm" tone="muted">
          {t('totp.scan')}
        </Text>
        <View className="self-center">
          <QrCode text={uri} label={t('totp.qr')} />
        </View>
      </Disclosure>
      <TextField
        label={t('totp.code')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        value={code}
        onChangeText={setCode}
        onSubmitEditing={submit}
        error={sent && !isCode ? t('confirm.missingCode') : undefined}
      />
      <FormError error={confirm.error} />
      <View className="flex-row flex-wrap gap-2">
        <Button className="grow" busy={confirm.isPending} onPress={submit}>
          {t('totp.submit')}
        </Button>
        <Button variant="secondary" onPress={onCancel}>
          {t('app:actions.cancel')}
        </Button>
      </View>
    </>
  )
}

/** A code of an app besides the password: set up, switched off, and the codes that help without it. */
export const TotpCard = ({ security }: { security: Security }) => {
  const { t } = useTranslation('account')
  const start = useStartTotp()
  const remove = useRemoveTotp()
  const renew = useRenewRecoveryCodes()
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const [question, setQuestion] = useState<'remove' | 'renew' | null>(null)
  // The question closes first: one for the password must not stand on top of it.
  const go = (): void => {
    setQuestion(null)
    if (question === 'remove') remove.mutate(undefined, { onSuccess: () => showToast(t('totp.removed')) })
    else renew.mutate(undefined, { onSuccess: ({ recoveryCodes }) => setCodes(recoveryCodes) })
  }
  const body = () => {
    if (codes !== null)
      return (
        <ShownOnce
          title={t('recovery.title')}
          lead={t('recovery.lead')}
          text={codes.join('\n')}
          done={t('recovery.done')}
          onDone={() => setCodes(null)}
        />
      )
    // Before what the service says of itself: the setup must be there when the codes arrive, which are shown once.
    if (start.data)
      return (
        <Setup
          {...start.data}
          onCancel={() => start.reset()}
          onDone={(recoveryCodes) => {
            setCodes(recoveryCodes)
            start.reset()
          }}
        />
      )
    if (security.totp)
      return (
        <>
          <Text tone="muted">{t('totp.left', { count: security.recoveryCodesLeft })}</Text>
          <Button variant="secondary" busy={renew.isPending} onPress={() => setQuestion('renew')}>
            {t('totp.renew')}
          </Button>
          <Button variant="danger" busy={remove.isPending} onPress={() => setQuestion('remove')}>
            {t('totp.remove')}
          </Button>
        </>
      )
    return (
      <>
        <Text tone="muted">{t('totp.lead')}</Text>
        <Button variant="secondary" busy={start.isPending} onPress={() => start.mutate()}>
          {t('totp.start')}
        </Button>
      </>
    )
  }
  return (
    <Card
      title={t('totp.title')}
      aside={
        <Badge tone={security.totp ? 'positive' : 'neutral'}>
          {t(security.totp ? 'totp.on' : 'totp.off')}
        </Badge>
      }
    >
      <View className="gap-4">
        {body()}
        <FormError error={start.error ?? remove.error ?? renew.error} />
      </View>
      {question === null ? null : (
        <QuestionSheet
          title={t(question === 'renew' ? 'totp.renewTitle' : 'totp.removeTitle')}
          text={t(question === 'renew' ? 'totp.renewText' : 'totp.removeText')}
          label={t(question === 'renew' ? 'totp.renew' : 'totp.remove')}
          isDangerous={question !== 'renew'}
          onConfirm={go}
          onClose={() => setQuestion(null)}
        />
      )}
    </Card>
  )
}
