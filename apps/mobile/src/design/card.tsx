import type { ReactNode } from 'react'
import { View } from 'react-native'
import { classes } from './classes.ts'
import { Heading } from './text.tsx'

/** A group of things that belong together. */
export const Card = ({
  title,
  aside,
  flush = false,
  className,
  children,
}: {
  title?: string
  /** At the right of the title: a count, a way on. */
  aside?: ReactNode
  /** No inner padding, for rows that reach the edge. */
  flush?: boolean
  className?: string
  children: ReactNode
}) => (
  <View
    className={classes(
      'overflow-hidden rounded-card border border-line/70 bg-surface shadow-card',
      !flush && 'p-5',
      className,
    )}
  >
    {title === undefined ? null : (
      <View
        className={classes('flex-row items-center justify-between gap-3', flush ? 'px-5 pt-5 pb-2' : 'mb-3')}
      >
        <Heading className="min-w-0 flex-1 tracking-tight">{title}</Heading>
        {aside}
      </View>
    )}
    {children}
  </View>
)

/** A hairline between rows. */
export const Hairline = () => <View className="h-px bg-line/80" />
