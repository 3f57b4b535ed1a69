import { useFormat } from '@streamline/client'
import { useRecordsForOthers } from '@streamline/client/billing'
import { usePeople } from '@streamline/client/households'
import type { FoldedNeeds, NeedActions } from '@streamline/client/overview'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../design/button.tsx'
import { List } from '../../design/list-row.tsx'
import { NeedRow } from './need-row.tsx'

/** What waits for others, in one line; whoever looks after the household can do it for them. */
export const OthersNeeds = ({
  groups,
  count,
  people,
  actions,
}: FoldedNeeds['others'] & { actions: NeedActions }) => {
  const { t } = useTranslation('overview')
  const format = useFormat()
  const { nameOf } = usePeople()
  const forOthers = useRecordsForOthers()
  const [open, setOpen] = useState(false)
  return (
    <>
      <div className="flex items-center justify-between gap-3 border-t border-line/80 px-5 py-1.5 wide:px-6">
        <p className="min-w-0 text-sm text-muted">
          {t('needs.household', {
            count,
            names: format.list(people.map((id) => nameOf(id))),
          })}
        </p>
        <Button
          size="sm"
          variant="quiet"
          className="-mr-4"
          icon={ChevronDown}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'needs.fold' : 'needs.show')}
        </Button>
      </div>
      {open ? (
        <List className="border-t border-line/80">
          {groups.map((group) => (
            <NeedRow key={group.key} group={group} actions={actions} mayAct={forOthers} />
          ))}
        </List>
      ) : null}
    </>
  )
}
