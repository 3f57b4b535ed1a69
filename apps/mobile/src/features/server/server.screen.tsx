import { QrCode, Server } from '../../design/icons.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { TextField } from '../../design/field.tsx'
import { Icon } from '../../design/icon.tsx'
import { Page, PageHead } from '../../design/page.tsx'
import { givenServer } from './given-server'
import { canScan, Scanner } from './scanner'
import { askServer, serverAddress, type ServerAnswer } from './server-address.ts'

/** Which installation: the one this app was made for, or one's own. Nothing is sent there before it has said who it is. */
export const ServerScreen = ({
  head,
  current = '',
  onChosen,
}: {
  head?: React.ReactNode
  current?: string
  onChosen: (address: string) => Promise<void>
}) => {
  const { t } = useTranslation('phone')
  const [typed, setTyped] = useState(current)
  const [problem, setProblem] = useState<Exclude<ServerAnswer, 'ready'> | 'noAddress' | null>(null)
  const [asking, setAsking] = useState(false)
  const [isScanning, setScanning] = useState(false)
  const given = givenServer()
  const choose = async (text: string): Promise<void> => {
    const address = serverAddress(text)
    if (address === null) {
      setProblem('noAddress')
      return
    }
    setAsking(true)
    setProblem(null)
    const answer = await askServer(address)
    setAsking(false)
    if (answer === 'ready') await onChosen(address)
    else setProblem(answer)
  }
  return (
    <Page head={head}>
      <View className="mt-6 mb-2 size-14 items-center justify-center rounded-full bg-brand-soft">
        <Icon of={Server} size={26} tone="brand" />
      </View>
      <PageHead title={t('server.title')} lead={t('server.lead')} />
      <TextField
        label={t('server.address')}
        hint={t('server.addressHint')}
        error={problem === null ? undefined : t(`server.problem.${problem}`)}
        value={typed}
        onChangeText={(text) => {
          setTyped(text)
          setProblem(null)
        }}
        inputMode="url"
        autoCapitalize="none"
        autoCorrect={false}
        autoComplete="off"
        returnKeyType="go"
        onSubmitEditing={() => void choose(typed)}
      />
      <Button size="lg" busy={asking} onPress={() => void choose(typed)}>
        {t('server.use')}
      </Button>
      {canScan ? (
        <Button variant="soft" icon={QrCode} disabled={asking} onPress={() => setScanning(true)}>
          {t('scan.open')}
        </Button>
      ) : null}
      {isScanning ? (
        <Scanner
          onClose={() => setScanning(false)}
          onRead={(text) => {
            setScanning(false)
            setTyped(text)
            void choose(text)
          }}
        />
      ) : null}
      {given === null || given === typed ? null : (
        <Button variant="quiet" disabled={asking} onPress={() => void choose(given)}>
          {t('server.ours')}
        </Button>
      )}
    </Page>
  )
}
