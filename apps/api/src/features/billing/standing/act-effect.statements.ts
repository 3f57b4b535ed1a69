import { insertRows, selectList } from '../../../platform/postgres/row-columns.ts'
import { actEffects } from './act-effect.table.ts'

/** Every prepared statement on what acts did; a test explains each. */
export const actEffectStatements = {
  add: { name: 'act-effects.add', text: `${insertRows(actEffects, 'e')} on conflict (act) do nothing` },
  ofAct: {
    name: 'act-effects.of-act',
    text: `select ${selectList(actEffects, 'e')} from act_effects e where e.act = $1 and e.subscription_id = $2`,
  },
  forget: { name: 'act-effects.forget', text: 'delete from act_effects where household_id = $1' },
} as const
