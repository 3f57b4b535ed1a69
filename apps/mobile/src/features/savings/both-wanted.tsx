import { type useOverlaps, type Pair, useSayBoth } from '@streamline/client/savings'
import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Button } from '../../design/button.tsx'
import { Hairline } from '../../design/card.tsx'
import { Text } from '../../design/text.tsx'

/** Asked once of two who have the same for themselves. */
export const BothQuestion = ({ pair, names, busy }: { pair: Pair; names: string; busy: boolean }) => {
  const { t } = useTranslation('savings')
  const both = useSayBoth()
  return (
    <View className="gap-2 px-5 pb-4">
      <Text weight="medium">{t('overlaps.question')}</Text>
      <View className="flex-row flex-wrap gap-2">
        {([true, false] as const).map((isWanted) => {
          const text = t(isWanted ? 'overlaps.yes' : 'overlaps.no')
          return (
            <Button
              key={String(isWanted)}
              size="sm"
              variant="secondary"
              busy={busy || both.busy}
              label={`${text}: ${names}`}
              onPress={() => both.say(pair, isWanted)}
            >
              {text}
            </Button>
          )
        })}
      </View>
    </View>
  )
}

/** What was said, and the way to be asked again. */
export const BothAnswers = ({
  answers,
  busy,
}: Pick<ReturnType<typeof useOverlaps>, 'answers'> & { busy: boolean }) => {
  const { t } = useTranslation('savings')
  const both = useSayBoth()
  return answers.length === 0 ? null : (
    <>
      <Hairline />
      <View className="px-5 pt-4 pb-3">
        <Text size="sm" weight="semibold">
          {t('overlaps.said')}
        </Text>
        {answers.map(({ key, names, isWanted, pair }) => (
          <View key={key} className="min-h-11 flex-row flex-wrap items-center justify-between gap-x-3">
            <Text size="sm" tone="muted" className="min-w-40 flex-1">
              {t(isWanted ? 'overlaps.wanted' : 'overlaps.enough', { names })}
            </Text>
            {pair === null ? null : (
              <Button
                size="sm"
                variant="quiet"
                className="-mr-4"
                busy={busy || both.busy}
                label={t('overlaps.askAgainNamed', { names })}
                onPress={() => both.say(pair, null)}
              >
                {t('overlaps.askAgain')}
              </Button>
            )}
          </View>
        ))}
      </View>
    </>
  )
}
