import { useTranslation } from 'react-i18next'
import { ScrollView, View } from 'react-native'
import { classes } from './classes.ts'
import { Disclosure } from './disclosure.tsx'
import { Text } from './text.tsx'

/** A column of figures keeps its width; what does not fit is moved to sideways. */
const wide = 'min-w-22 flex-1 px-2 text-right'

/** What each part is; a phone has no elements that would say so. */
const as = {
  table: { role: 'table' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const

/** What a chart shows, for who wants the figures or does not see it. */
export const ChartTable = ({
  caption,
  columns,
  rows,
}: {
  caption: string
  columns: readonly string[]
  rows: readonly (readonly string[])[]
}) => {
  const { t } = useTranslation('phone')
  return (
    <Disclosure label={t('chart.table')}>
      <ScrollView horizontal tabIndex={0} contentContainerClassName="min-w-full" className="-mx-1">
        <View {...as.table} aria-label={caption} className="min-w-full">
          <View {...as.row} className="flex-row border-b border-line pb-1.5">
            {columns.map((column, at) => (
              <Text
                key={column}
                {...as.columnheader}
                size="xs"
                tone="muted"
                numberOfLines={2}
                className={at === 0 ? 'w-28 px-1' : wide}
              >
                {column}
              </Text>
            ))}
          </View>
          {rows.map(([name = '', ...cells], row) => (
            <View
              key={name}
              {...as.row}
              accessible
              accessibilityLabel={[
                name,
                ...cells.map((cell, at) => `${columns[at + 1] ?? ''}: ${cell}`),
              ].join(', ')}
              className={classes('flex-row py-2', row > 0 && 'border-t border-line/60')}
            >
              <Text {...as.rowheader} size="sm" className="w-28 px-1">
                {name}
              </Text>
              {cells.map((cell, at) => (
                <Text
                  key={columns[at + 1]}
                  {...as.cell}
                  size="sm"
                  weight="medium"
                  style={{ fontVariant: ['tabular-nums', 'lining-nums'] }}
                  className={wide}
                >
                  {cell}
                </Text>
              ))}
            </View>
          ))}
        </View>
      </ScrollView>
    </Disclosure>
  )
}
