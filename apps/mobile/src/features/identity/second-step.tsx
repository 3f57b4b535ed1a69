import { problemOf, type SecondFactor } from '@streamline/client'
import { useSecondFactor } from '@streamline/client/identity'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { FormError } from '../../design/error-state.tsx'
import { TextField } from '../../design/field.tsx'
import { Segmented } from '../../design/segmented.tsx'
import { Text } from '../../design/text.tsx'

type Method = 'totp' | 'recoveryCode'

const isTyped = (method: string): method is Method => method === 'totp' || method === 'recoveryCode'

/** After a right password: a code of the authenticator, or one of those that were kept. */
export const SecondStep = ({ ticket, methods, onSignedIn }: SecondFactor & { onSignedIn: () => void }) => {
  const { t } = useTranslation('identity')
  const confirm = useSecondFactor()
  const ways = methods.filter(isTyped)
  const [method, setMethod] = useState<Method>(ways[0] ?? 'recoveryCode')
  const [code, setCode] = useState('')
  const [sent, setSent] = useState(false)
  const isTotp = method === 'totp'
  const typed = code.replaceAll(/\s/g, '')
  const isRight = isTotp ? /^\d{6}$/.test(typed) : typed !== ''
  const submit = (): void => {
    setSent(true)
    if (isRight)
      confirm.mutate(
        { ticket, ...(isTotp ? { code: typed } : { recoveryCode: typed }) },
        { onSuccess: onSignedIn },
      )
  }
  return (
    <View className="gap-4">
      {ways.length > 1 ? (
        <Segmented
          label={t('second.way')}
          value={method}
          options={ways.map((value) => ({ value, label: t(`second.${value}`) }))}
          onChange={(next) => {
            setMethod(next)
            setCode('')
            setSent(false)
          }}
        />
      ) : null}
      <TextField
        key={method}
        label={t(isTotp ? 'second.code' : 'second.recovery')}
        hint={t(isTotp ? 'second.codeHint' : 'second.recoveryHint')}
        error={sent && !isRight ? t(isTotp ? 'second.missingCode' : 'second.missingRecovery') : undefined}
        value={code}
        onChangeText={setCode}
        inputMode={isTotp ? 'numeric' : 'text'}
        autoComplete={isTotp ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        autoCorrect={false}
        autoFocus
        maxLength={40}
        returnKeyType="go"
        onSubmitEditing={submit}
      />
      <FormError error={confirm.error} />
      <Button size="lg" busy={confirm.isPending} onPress={submit}>
        {t('second.submit')}
      </Button>
      {confirm.error && problemOf(confirm.error).code === 'session-ended' ? (
        <Text size="sm" tone="muted">
          {t('second.over')}
        </Text>
      ) : null}
    </View>
  )
}
