import type { AuditEntry } from '../answers.ts'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'

const names = [
  'by',
  'role',
  'reason',
  'because',
  'issuer',
  'name',
  'kind',
  'scopes',
  'route',
  'ended',
  'keptOtherSessions',
  'sessionId',
  'apiKeyId',
  'passkeyId',
  'householdId',
] as const
const ways = ['password', 'totp', 'recoveryCode', 'passkey', 'confirmation'] as const
const roles = ['user', 'support', 'catalogueEditor', 'administrator'] as const

const valueText = (value: string | number | boolean, t: TFunction<'administration'>): string => {
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no')
  const way = ways.find((known) => known === value)
  const role = roles.find((known) => known === value)
  if (way) return t(`audit.way.${way}`)
  return role ? t(`role.${role}`) : String(value)
}

/** What else an entry says, in words where this app knows them. */
export const detailText = (detail: AuditEntry['detail'], t: TFunction<'administration'>): string =>
  Object.entries(detail)
    .map(([key, value]) => {
      const name = names.find((known) => known === key)
      return `${name ? t(`audit.detail.${name}`) : key}: ${valueText(value, t)}`
    })
    .join(' · ')

export const useDetailText = (): ((detail: AuditEntry['detail']) => string) => {
  const { t } = useTranslation('administration')
  return (detail) => detailText(detail, t)
}
