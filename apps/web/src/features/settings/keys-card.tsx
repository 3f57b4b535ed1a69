import type { ReactNode } from 'react'
import { Card } from '../../design/card.tsx'
import { KeptList, KeptRow } from './kept-list.tsx'
import { useRemoval } from './use-removal.tsx'

interface Key {
  readonly id: string
  readonly name: string
}

/** What the card says of the keys, and of one of them. */
interface Words {
  title: string
  lead: string
  empty: string
  remove: string
  removeOf: (name: string) => string
  removeTitle: (name: string) => string
  removeText: string
  removed: string
}

/** Keys to the account that its owner keeps, each with a way to be rid of it. */
export const KeysCard = <Item extends Key>({
  list,
  remove,
  words,
  row,
  children,
}: {
  list: Parameters<typeof KeptList<Item>>[0]['list']
  remove: Parameters<typeof useRemoval<Item>>[0]
  words: Words
  row: (key: Item) => { badge: ReactNode; lines: readonly string[] }
  /** Below the list: how to add one. */
  children?: ReactNode
}) => {
  const { ask, isBusy, problem, dialog } = useRemoval<Item>(remove, {
    title: ({ name }) => words.removeTitle(name),
    text: words.removeText,
    confirm: words.remove,
    done: words.removed,
  })
  return (
    <Card title={words.title} flush>
      <p className="px-5 pb-2 text-muted wide:px-6">{words.lead}</p>
      <KeptList list={list} empty={words.empty}>
        {(key) => (
          <KeptRow
            key={key.id}
            title={key.name}
            {...row(key)}
            action={words.remove}
            actionLabel={words.removeOf(key.name)}
            busy={isBusy(key)}
            onAction={() => ask(key)}
          />
        )}
      </KeptList>
      {problem}
      {children}
      {dialog}
    </Card>
  )
}
