import { ProblemError, useFormat, useInstant, useProblemText } from '@streamline/client'
import type { KeptState, ShownAct } from '@streamline/client/outbox'
import { showToast } from '@streamline/client/toasts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Money } from '../../design/money.tsx'
import { Sheet } from '../../design/sheet.tsx'
import { Text, type Tone } from '../../design/text.tsx'
import { ActVersions } from './act-versions.tsx'
import { useKept } from './kept-context.ts'
import { sendWaiting } from './keeping.ts'

const tones: Record<KeptState, Tone> = { waiting: 'muted', refused: 'danger', doubtful: 'warn' }

/** One entry: what was meant, when, how it stands, and what can be decided about it. */
const WaitingRow = ({ act }: { act: ShownAct }) => {
  const { t, i18n } = useTranslation('device')
  const outbox = useKept()?.outbox
  const queries = useQueryClient()
  const instant = useInstant()
  const problem = useProblemText()
  const format = useFormat()
  const { state } = act
  const { name, money } = act.about
  const title = name === null ? t(`kept.plain.${act.kind}`) : t(`kept.kind.${act.kind}`, { name })
  const decide = async (what: 'tryAgain' | 'drop'): Promise<void> => {
    if (outbox === undefined) return
    await outbox[what](act.key)
    if (what === 'drop') showToast(t('kept.dropped', { title }))
    else await sendWaiting(outbox, queries, i18n)
  }
  return (
    <View className="gap-1.5 border-b border-line pb-4 last:border-b-0">
      <View className="flex-row items-baseline justify-between gap-3">
        <Text weight="semibold" className="min-w-0 flex-1">
          {title}
        </Text>
        {money === null ? null : <Money value={money} />}
      </View>
      <Text size="sm" tone="muted">
        {t('kept.entered', { time: instant(new Date(act.keptAt).toISOString()) })}
      </Text>
      <Text size="sm" weight="medium" tone={tones[state]}>
        {act.refusal === null
          ? t(`kept.state.${state}`)
          : problem(new ProblemError(act.refusal.code, act.refusal.status))}
      </Text>
      {state === 'waiting' ? null : <ActVersions act={act} />}
      <View className="flex-row flex-wrap gap-2">
        {state === 'waiting' ? null : (
          <Button
            size="sm"
            variant="soft"
            label={`${t('kept.again')}: ${title}${money === null ? '' : `, ${format.money(money)}`}`}
            onPress={() => void decide('tryAgain')}
          >
            {t('kept.again')}
          </Button>
        )}
        <Button
          size="sm"
          variant="quiet"
          label={t('kept.dropLong', { title })}
          onPress={() => void decide('drop')}
        >
          {t('kept.drop')}
        </Button>
      </View>
    </View>
  )
}

/** Everything that was entered here and has not arrived. */
export const WaitingSheet = ({
  open,
  acts,
  onClose,
}: {
  open: boolean
  acts: readonly ShownAct[]
  onClose: () => void
}) => {
  const { t } = useTranslation('device')
  return (
    <Sheet open={open} onClose={onClose} title={t('kept.title')}>
      <Text tone="muted">{t('kept.lead')}</Text>
      {acts.map((act) => (
        <WaitingRow key={act.key} act={act} />
      ))}
    </Sheet>
  )
}
