import type { NotificationPreferences } from '@streamline/client'
import { leadChoicesOf, useWebhooks, withLead } from '@streamline/client/notifications'
import { useTranslation } from 'react-i18next'
import { Card } from '../../design/card.tsx'
import { classes } from '../../design/classes.ts'
import { DayToggles } from '../../design/day-toggles.tsx'

type Rule = NotificationPreferences['rules'][number]
type Change = (rule: Rule) => void

type Way = 'email' | 'inbox' | 'push' | 'webhook'

const always: readonly Way[] = ['email', 'inbox', 'push']

const cell = 'py-2.5 align-top'

/** Each kind is a row: by which ways, and how many days ahead. */
export const RulesTable = ({ rules, onChange }: { rules: readonly Rule[]; onChange: Change }) => {
  const { t } = useTranslation('notifications')
  const hasWebhooks = (useWebhooks().data ?? []).length > 0
  const ways = hasWebhooks ? [...always, 'webhook' as const] : always
  return (
    <Card title={t('rules.title')}>
      <table className="w-full">
        <thead>
          <tr className="text-left text-sm text-muted">
            <th scope="col" className="pb-1 font-semibold">
              {t('rules.what')}
            </th>
            {ways.map((way) => (
              <th
                key={way}
                scope="col"
                className="w-12 pb-1 text-center text-xs font-semibold whitespace-nowrap wide:w-14 wide:text-sm"
              >
                {t(`rules.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line/80">
          {rules.map((rule) => (
            <tr key={rule.kind}>
              <th scope="row" className={classes(cell, 'text-left font-semibold')}>
                <span className="flex min-h-11 items-center">{t(`kinds.${rule.kind}`)}</span>
                <Leads rule={rule} onChange={onChange} />
              </th>
              {ways.map((way) => (
                <Way key={way} rule={rule} way={way} onChange={onChange} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

const Way = ({ rule, way, onChange }: { rule: Rule; way: Way; onChange: Change }) => {
  const { t } = useTranslation('notifications')
  const what = t(`kinds.${rule.kind}`)
  return (
    <td className={cell}>
      <label className="mx-auto flex size-11 items-center justify-center rounded-tile hover:bg-sunken has-focus-visible:outline-3 has-focus-visible:outline-brand">
        <input
          type="checkbox"
          aria-label={t(`rules.${way}Of`, { what })}
          className="size-5 accent-brand outline-none"
          checked={rule[way]}
          onChange={(event) => onChange({ ...rule, [way]: event.target.checked })}
        />
      </label>
    </td>
  )
}

const Leads = ({ rule, onChange }: { rule: Rule; onChange: Change }) => {
  const { t } = useTranslation('notifications')
  const choices = leadChoicesOf(rule)
  if (choices.length === 0) return null
  const what = t(`kinds.${rule.kind}`)
  const isAfter = rule.kind === 'overdue'
  return (
    <fieldset
      aria-label={isAfter ? t('rules.leadsAfter', { what }) : t('rules.leads', { what })}
      // As many as usual stand in one line, beneath the ticks beside them.
      className={classes('flex items-center gap-1', choices.length > 4 ? 'flex-wrap' : 'w-0 min-w-0')}
    >
      <DayToggles
        days={choices}
        chosen={rule.leadDays}
        labelOf={(count) => (isAfter ? t('rules.after', { count }) : t('rules.lead', { count }))}
        onToggle={(count) => onChange(withLead(rule, count))}
      />
      {isAfter ? (
        <span className="px-1 text-xs font-normal whitespace-nowrap text-muted" aria-hidden>
          {t('after')}
        </span>
      ) : null}
    </fieldset>
  )
}
