import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'

/** A list that comes a page at a time, as its query has it. */
export interface Paged {
  readonly hasNextPage: boolean
  readonly isFetchingNextPage: boolean
  readonly fetchNextPage: () => unknown
}

type Looks = Pick<Parameters<typeof Button>[0], 'variant' | 'size' | 'className'>

/** Fetches the next page; nothing where there is none. */
export const MoreButton = ({
  list,
  centered,
  children,
  ...looks
}: Looks & {
  list: Paged
  /** Stands alone below a list: `below` a card's rows with the room that they need. */
  centered?: 'alone' | 'below'
  children?: ReactNode
}) => {
  const { t } = useTranslation()
  if (!list.hasNextPage) return null
  const button = (
    <Button
      variant="secondary"
      {...looks}
      busy={list.isFetchingNextPage}
      onClick={() => void list.fetchNextPage()}
    >
      {children ?? t('actions.more')}
    </Button>
  )
  if (centered === undefined) return button
  return (
    <div className={centered === 'below' ? 'flex justify-center pb-4' : 'flex justify-center'}>{button}</div>
  )
}
