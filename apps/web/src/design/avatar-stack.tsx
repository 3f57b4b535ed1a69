import { Avatar } from './avatar.tsx'

const most = 4

/** Several people, overlapping. Decoration: the names or their number stand beside it. */
export const AvatarStack = ({ people }: { people: readonly { id: string; name: string }[] }) => (
  <span aria-hidden className="inline-flex shrink-0 -space-x-1.5">
    {people.slice(0, people.length > most ? most - 1 : most).map(({ id, name }) => (
      <span key={id} className="inline-flex rounded-full ring-2 ring-surface">
        <Avatar id={id} name={name} size="sm" />
      </span>
    ))}
    {people.length > most ? (
      <span className="figures inline-flex size-6 items-center justify-center rounded-full bg-sunken text-xs font-bold text-muted ring-2 ring-surface">
        +{people.length - most + 1}
      </span>
    ) : null}
  </span>
)
