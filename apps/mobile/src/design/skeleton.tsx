import { useTranslation } from 'react-i18next'
import { View } from 'react-native'
import { Card } from './card.tsx'
import { classes } from './classes.ts'

const Bone = ({ className }: { className?: string }) => (
  <View className={classes('rounded-control bg-sunken', className)} />
)

const rows = ['one', 'two', 'three', 'four', 'five', 'six']

/** Rows on their way, on a card that is there. */
export const SkeletonRows = ({ count = 4 }: { count?: number }) => {
  const { t } = useTranslation()
  return (
    <View
      accessible
      accessibilityRole="progressbar"
      accessibilityLabel={t('loading')}
      accessibilityState={{ busy: true }}
      className="gap-5"
    >
      {rows.slice(0, count).map((row) => (
        <View key={row} className="flex-row items-center gap-3">
          <Bone className="size-11" />
          <View className="flex-1 gap-2">
            <Bone className="h-4 w-2/3" />
            <Bone className="h-3 w-1/3" />
          </View>
          <Bone className="h-5 w-16" />
        </View>
      ))}
    </View>
  )
}

/** As a list will stand, while it is on its way. */
export const SkeletonCard = ({ count = 4 }: { count?: number }) => (
  <Card className="gap-5">
    <SkeletonRows count={count} />
  </Card>
)
