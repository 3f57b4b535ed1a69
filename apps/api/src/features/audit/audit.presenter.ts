import type { auditEntrySchema } from '@streamline/contract'
import type * as z from 'zod'
import type { AuditRow } from './audit.repository.ts'
import { deviceOf, placeOf } from '../../platform/http/whereabouts.ts'

/** For its own viewer, an entry tells where the viewer was, not where an administrator sat. */
export function presentAuditEntry(row: AuditRow, viewer: string | null): z.infer<typeof auditEntrySchema> {
  const { id, at, event, actorId, subjectId, address, userAgent, detail } = row
  const tellsWhere = viewer === null || actorId === null || actorId === viewer
  return {
    id,
    at,
    event,
    actorId,
    subjectId,
    place: tellsWhere ? placeOf(address) : null,
    device: tellsWhere ? deviceOf(userAgent) : null,
    detail,
  }
}
